import type { Day } from "../../../parts/calendar/days";

/** Today by the clock of this machine. */
export function today(): Day {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
}
