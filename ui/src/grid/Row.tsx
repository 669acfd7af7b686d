// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table to be made of
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves, one cell at a time
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: cells of either role have a place

import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronRight from "lucide-react/icons/chevron-right";
import { memo, type ReactNode } from "react";
import css from "./grid.module.css";
import type { Column, Item, Wide } from "./types";

type Cells = {
  columns: readonly Column[];
  /** Left edges of the pinned columns. */
  edges: readonly number[];
  /** The column that has the focus, -1 for none. */
  active: number;
};

function cellProps(column: Column, at: number, edges: readonly number[]) {
  return {
    "data-column": at,
    "data-align": column.align,
    "data-pinned": column.pinned || undefined,
    style: column.pinned ? { left: edges[at] } : undefined,
  };
}

type PlainProps = Cells & { item: Item; cell: (item: Item, column: Column) => ReactNode };

/** The cells of an ordinary row; kept apart so that a row that only moves up or down is not drawn again. */
export const PlainCells = memo(function PlainCells({ columns, edges, active, item, cell }: PlainProps) {
  return columns.map((column, at) => (
    <div
      key={column.key}
      role={column.names ? "rowheader" : "gridcell"}
      aria-colindex={at + 1}
      tabIndex={active === at ? 0 : -1}
      className={css.cell}
      {...cellProps(column, at, edges)}
    >
      {cell(item, column)}
    </div>
  ));
});

type WideProps = Cells & { wide: Wide };

/** The cells of a group's heading or of the foot. */
export function WideCells({ columns, edges, active, wide }: WideProps) {
  const focused = active >= 0 && active < wide.span;
  const folds = wide.expanded !== undefined;
  const Chevron = wide.expanded ? ChevronDown : ChevronRight;
  return (
    <>
      <div
        role="rowheader"
        aria-colindex={1}
        aria-colspan={wide.span}
        data-column={0}
        data-pinned={columns[wide.span - 1]?.pinned || undefined}
        data-depth={wide.depth}
        className={`${css.cell} ${css.wide}`}
        style={{ gridColumn: `span ${wide.span}`, left: 0 }}
        tabIndex={folds ? undefined : focused ? 0 : -1}
      >
        {folds ? (
          <button
            type="button"
            className={css.toggle}
            aria-expanded={wide.expanded}
            tabIndex={focused ? 0 : -1}
            data-focus
            data-toggle
          >
            <Chevron size={15} aria-hidden />
            {wide.heading}
          </button>
        ) : (
          wide.heading
        )}
      </div>
      {columns.map((column, at) =>
        at < wide.span ? null : (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={at + 1}
            tabIndex={active === at ? 0 : -1}
            className={css.cell}
            {...cellProps(column, at, edges)}
          >
            {wide.cell(column)}
          </div>
        ),
      )}
    </>
  );
}
