import type { Place } from "../grid/navigate";
import { CellEditor, type Leaving } from "./CellEditor";
import { ChoiceEditor } from "./ChoiceEditor";
import type { Model } from "./model";
import type { Snapshot } from "./outbox";

/** The cell being changed, and the letter it was begun with; null keeps what stands there. */
export type Editing = { row: string; column: string; typed: string | null };

type Props = {
  model: Model;
  at: Place;
  editing: Editing;
  held: Snapshot;
  note: string | undefined;
  finish: (text: string | null, way: Leaving, key?: string) => void;
};

/** The editor that fits the cell. */
export function Editor({ model, at, editing, held, note, finish }: Props) {
  const row = model.lines[at.line];
  const column = model.columns[at.column];
  if (!row || !column) return null;
  const own = held.rows.get(row.id)?.get(column.id);
  const stands = model.textAt(at);
  const common = {
    label: `${row.name}, ${column.spoken}`,
    describedBy: note,
    cancel: () => finish(null, "stay"),
  };
  const keep = (text: string, way: Leaving, key?: string) =>
    // Left as it was, nothing is sent; what was refused is, for the rest may have changed.
    finish(text === stands && !own?.refused && way !== "all" ? null : text, way, key);
  if (column.kind === "choice")
    return <ChoiceEditor {...common} value={stands} typed={editing.typed} choices={model.choicesAt(at)} keep={keep} />;
  return (
    <CellEditor
      {...common}
      text={editing.typed ?? stands}
      quick={editing.typed !== null}
      figure={column.kind === "number"}
      danish={column.danish ?? false}
      wrong={own?.refused ?? false}
      keep={keep}
    />
  );
}
