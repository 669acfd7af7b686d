import Check from "lucide-react/icons/check";
import type { DeadlineItem, Flag } from "../../../ipc";
import { flagLooks, kindIcons } from "../../../parts/days/looks";
import type { Tone } from "../../../parts/Mark";

type Look = { tone: Tone; Icon: typeof Check; flag: Flag | null };

/** Flags that stand on most days, or say something of the past: the kind's own icon says more. */
const quiet: readonly Flag[] = ["moved", "time_unknown"];

/** Done, put aside or ended: it asks for nothing. */
export const isSettled = (item: DeadlineItem): boolean =>
  item.doneOn !== null || item.ended || item.asideUntil !== null;

/** The one icon of a day where there is room for no more: its gravest flag, else its kind. */
export function lookOf(item: DeadlineItem): Look {
  if (item.doneOn) return { tone: "soft", Icon: Check, flag: null };
  if (isSettled(item)) return { tone: "soft", Icon: kindIcons[item.kind], flag: null };
  const flag = item.flags.find((one) => !quiet.includes(one.flag))?.flag;
  return flag ? { ...flagLooks[flag], flag } : { tone: "plain", Icon: kindIcons[item.kind], flag: null };
}
