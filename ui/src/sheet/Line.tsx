// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table to be made of
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves, one cell at a time
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: cells of either role have a place

import { memo, type ReactNode } from "react";
import { CellView } from "./CellView";
import { begins, type Layout } from "./layout";
import type { RowHeld } from "./outbox";
import css from "./sheet.module.css";
import type { SheetProps, SheetRow } from "./types";
import type { Words } from "./useWords";

type Props = {
  row: SheetRow;
  line: number;
  /** Of the whole sheet, headings included. */
  rowIndex: number;
  /** Where it stands; left out in the foot. */
  top?: number;
  layout: Layout;
  /** The columns in sight. */
  shown: readonly number[];
  cell: SheetProps["cell"];
  readOnly: boolean;
  held: RowHeld | undefined;
  /** The column with the focus, -1 for none. */
  active: number;
  /** The selected columns of this line; from is larger than to where there are none. */
  from: number;
  to: number;
  /** What stands in the active cell in place of its value while it is edited. */
  editor: ReactNode;
  words: Words;
};

/** One line of a sheet, drawn again only when something of its own has changed. */
export const Line = memo(function Line(props: Props) {
  const { row, line, layout, shown, active, from, to, held } = props;
  const { columns, starts, widths, pinned } = layout;
  const span = row.span ?? 1;
  return (
    <div
      role="row"
      aria-rowindex={props.rowIndex}
      data-line={line}
      data-kind={row.kind}
      className={css.row}
      style={props.top === undefined ? undefined : { top: props.top }}
    >
      {shown.map((at) => {
        const column = columns[at];
        if (!column || (at > 0 && at < span)) return null;
        // A heading over several columns keeps to those that stay in sight.
        const last = at === 0 ? Math.min(span, pinned || span) - 1 : at;
        const isActive = active === at || (at === 0 && active > 0 && active < span);
        return (
          <CellView
            key={column.id}
            row={row}
            column={column}
            at={at}
            span={at === 0 ? span : 1}
            left={starts[at] ?? 0}
            width={(starts[last] ?? 0) + (widths[last] ?? 0) - (starts[at] ?? 0)}
            pinned={at < pinned}
            edge={pinned > 0 && last === pinned - 1}
            begins={begins(layout, at)}
            cell={props.cell(row, column)}
            readOnly={props.readOnly}
            held={held?.get(column.id)}
            active={isActive}
            selected={at <= to && last >= from}
            editor={isActive ? props.editor : null}
            words={props.words}
          />
        );
      })}
    </div>
  );
});
