// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table to be made of
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves, one cell at a time
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: cells of either role have a place

import Check from "lucide-react/icons/check";
import ChevronDown from "lucide-react/icons/chevron-down";
import Info from "lucide-react/icons/info";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { memo, type ReactNode } from "react";
import type { Held } from "./outbox";
import css from "./sheet.module.css";
import type { SheetCell, SheetColumn, SheetRow } from "./types";
import type { Words } from "./useWords";

type Props = {
  row: SheetRow;
  column: SheetColumn;
  at: number;
  span: number;
  left: number;
  width: number;
  pinned: boolean;
  /** The last of the pinned ones. */
  edge: boolean;
  begins: boolean;
  cell: SheetCell;
  readOnly: boolean;
  held: Held | undefined;
  active: boolean;
  selected: boolean;
  editor: ReactNode;
  words: Words;
};

/** What a cell shows: what was typed into it, until that is kept, else what stands there. */
export function shownIn({ cell, held, column }: Pick<Props, "cell" | "held" | "column">): string {
  if (!held) return cell.shown;
  if (column.kind !== "choice") return held.text;
  const choices = cell.choices ?? column.choices ?? [];
  return choices.find(({ value }) => value === held.text)?.label ?? held.text;
}

/** Row, column, value, and what is to be known of it: a cell's name says all that its place and look do. */
export function nameOf(props: Pick<Props, "row" | "column" | "cell" | "held" | "words">): string {
  const { row, column, cell, held, words } = props;
  const shown = shownIn(props);
  const unit = column.unit && shown !== "" ? ` ${column.unit}` : "";
  const value = held || cell.spoken === undefined ? (shown === "" ? words.empty : shown + unit) : cell.spoken;
  const parts = column.names ? [value === row.name ? "" : row.name, value] : [row.name, column.spoken, value];
  if (held) parts.push(held.refused ? words.notKept : "", held.problem ?? "");
  else parts.push(cell.mark?.words ?? "", cell.problem ?? "");
  return parts.filter(Boolean).join(", ");
}

function View(props: Props) {
  const { column, cell, held, active, selected } = props;
  const wrong = held ? held.refused : cell.problem !== undefined;
  // Of what was refused together, only some of it may be wrong.
  const tone = wrong ? (held && held.problem === undefined ? "warn" : "bad") : held ? undefined : cell.tone;
  const reckoned = cell.readOnly !== undefined || column.kind === "computed";
  const closed = props.readOnly || reckoned;
  const shown = shownIn(props);
  return (
    <div
      role={column.names ? "rowheader" : "gridcell"}
      aria-colindex={props.at + 1}
      aria-colspan={props.span > 1 ? props.span : undefined}
      aria-readonly={closed || undefined}
      aria-selected={selected}
      aria-invalid={wrong || undefined}
      aria-label={nameOf(props)}
      data-column={props.at}
      data-align={props.span > 1 ? undefined : column.align}
      data-pinned={props.pinned || undefined}
      data-begins={props.begins || undefined}
      data-edge={props.edge || undefined}
      data-quiet={(reckoned && !props.readOnly) || undefined}
      data-tone={tone}
      data-held={held && !held.refused ? "" : undefined}
      data-editing={props.editor ? "" : undefined}
      tabIndex={active ? 0 : -1}
      className={css.cell}
      style={{ left: props.left, width: props.width }}
    >
      {props.editor || (
        <>
          <Icon wrong={wrong ? tone : undefined} cell={cell} held={held} />
          <span className={css.text} lang={column.danish ? "da" : undefined}>
            {shown}
          </span>
          {active && !closed && column.kind === "choice" && (
            <span className={css.opens} data-opens aria-hidden>
              <ChevronDown size={14} />
            </span>
          )}
        </>
      )}
    </div>
  );
}

function Icon({ wrong, cell, held }: { wrong: string | undefined; cell: SheetCell; held: Held | undefined }) {
  if (wrong) return <TriangleAlert size={13} aria-hidden className={css.icon} data-tone={wrong} />;
  if (!cell.mark || held) return null;
  const { tone } = cell.mark;
  const Shape = tone === "ok" ? Check : tone === "warn" || tone === "bad" ? TriangleAlert : Info;
  return <Shape size={13} aria-hidden className={css.icon} data-tone={tone} />;
}

const keys = ["shown", "spoken", "readOnly", "problem", "tone"] as const;

/** A cell's contents are made anew at every change of the sheet; most of them say the same as before. */
function sameCell(one: SheetCell, other: SheetCell): boolean {
  if (one === other) return true;
  return (
    keys.every((key) => one[key] === other[key]) &&
    one.mark?.tone === other.mark?.tone &&
    one.mark?.words === other.mark?.words &&
    one.choices === other.choices
  );
}

export const CellView = memo(View, (before, after) => {
  for (const key of Object.keys(after) as (keyof Props)[]) {
    if (key !== "cell" && key !== "row" && before[key] !== after[key]) return false;
  }
  return before.row.name === after.row.name && sameCell(before.cell, after.cell);
});
