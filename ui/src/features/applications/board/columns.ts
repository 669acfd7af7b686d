import type { Stage } from "../../../ipc";
import { addAmounts } from "../../../money";
import { stages } from "../../../parts/standing/orders";
import type { Line } from "../shown";

export type BoardColumn = {
  stage: Stage;
  lines: readonly Line[];
  /** Our part: of what was granted where it is, else of what is applied for. */
  sum: number | null;
  /** An end that is shown folded. */
  folded: boolean;
};

const ends: readonly Stage[] = ["closed", "rejected", "withdrawn", "not_applied"];
const granted: readonly Stage[] = ["conditionally_granted", "granted", "accepted", "running", "reporting", "closed"];

/** Whether the amount that counts at a stage is the one granted. */
export const isGranted = (stage: Stage): boolean => granted.includes(stage);

/** What counts of an application at its stage, our part. */
export const counting = ({ row, ourAwarded, ourRequested }: Line): number | null =>
  isGranted(row.stage) ? ourAwarded : ourRequested;

/** A column for each stage, in order, with its cards; the ends folded unless they are shown. */
export function columnsOf(lines: readonly Line[], ended: boolean): readonly BoardColumn[] {
  return stages.map((stage) => {
    const own = lines.filter(({ row }) => row.stage === stage);
    return { stage, lines: own, sum: addAmounts(own.map(counting)), folded: ends.includes(stage) && !ended };
  });
}

/** The card an arrow key leads to from another; null where there is none. Sideways it stays as high up as it was. */
export function nextCard(columns: readonly BoardColumn[], from: number, key: string): number | null {
  const open = columns.filter(({ folded, lines }) => !folded && lines.length > 0);
  const at = open.findIndex(({ lines }) => lines.some(({ row }) => row.id === from));
  const here = open[at]?.lines;
  const place = here?.findIndex(({ row }) => row.id === from) ?? -1;
  if (!here || place < 0) return null;
  const beside = (step: number) => {
    const lines = open[at + step]?.lines;
    return lines?.[Math.min(place, lines.length - 1)]?.row.id ?? null;
  };
  switch (key) {
    case "ArrowDown":
      return here[place + 1]?.row.id ?? null;
    case "ArrowUp":
      return here[place - 1]?.row.id ?? null;
    case "Home":
      return here[0]?.row.id ?? null;
    case "End":
      return here.at(-1)?.row.id ?? null;
    case "ArrowRight":
      return beside(1);
    case "ArrowLeft":
      return beside(-1);
    default:
      return null;
  }
}
