// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table to be made of
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves, one cell at a time

import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { memo } from "react";
import css from "./grid.module.css";
import type { Column, Sorted } from "./types";

type Props = { columns: readonly Column[]; edges: readonly number[]; active: number; sorted: Sorted };

function direction(column: Column, sorted: Sorted) {
  if (!column.sorts) return undefined;
  if (sorted?.column !== column.key) return "none";
  return sorted.down ? "descending" : "ascending";
}

export const Header = memo(function Header({ columns, edges, active, sorted }: Props) {
  return (
    <div role="row" aria-rowindex={1} data-line={-1} className={css.row}>
      {columns.map((column, at) => {
        const sort = direction(column, sorted);
        const Arrow = sort === "descending" ? ArrowDown : ArrowUp;
        return (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={at + 1}
            aria-sort={sort}
            aria-label={column.title}
            title={column.title}
            data-column={at}
            data-align={column.align}
            data-pinned={column.pinned || undefined}
            data-sorts={column.sorts || undefined}
            tabIndex={active === at ? 0 : -1}
            className={`${css.cell} ${css.heading}`}
            style={column.pinned ? { left: edges[at] } : undefined}
          >
            {sort && sort !== "none" && <Arrow size={12} aria-hidden />}
            <span>{column.heading ?? column.title}</span>
          </div>
        );
      })}
    </div>
  );
});
