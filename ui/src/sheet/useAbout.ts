import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import type { Place } from "../grid/navigate";
import type { Tone } from "../parts/Mark";
import type { Model } from "./model";
import type { Snapshot } from "./outbox";

/** What is to be known of a cell; `note` names the text that stands at it where something is wrong there. */
export type About = { text: string; tone: Tone; note?: string };

export function useAbout(model: Model, at: Place, held: Snapshot): About | null {
  const { t } = useLingui();
  const note = useId();
  const row = model.lines[at.line];
  const column = model.columns[at.column];
  if (!row || !column) return null;
  const own = held.rows.get(row.id)?.get(column.id);
  if (own?.refused) {
    const why = own.problem ?? t`This was not kept together with the rest.`;
    return { text: why, tone: own.problem === undefined ? "warn" : "bad", note };
  }
  if (own) return null;
  const cell = model.cellAt(at);
  if (cell?.problem !== undefined) return { text: cell.problem, tone: "bad", note };
  if (cell?.mark) return { text: cell.mark.words, tone: cell.mark.tone };
  if (cell?.readOnly) return { text: cell.readOnly, tone: "soft" };
  return null;
}
