import type { DeadlineItem, SpecialDay } from "../../../ipc";
import { type Day, dayOf } from "../../../parts/calendar/days";

export type Items = readonly DeadlineItem[];

/** What stands on each day, in the order of the list. A month or a year stands on none. */
export function itemsByDay(items: Items): ReadonlyMap<Day, Items> {
  const days = new Map<Day, DeadlineItem[]>();
  for (const item of items) {
    if (item.partial !== null) continue;
    const day = dayOf(item.on);
    const there = days.get(day);
    if (there) there.push(item);
    else days.set(day, [item]);
  }
  return days;
}

/** The holidays, closing days and recesses of the days from one to another. */
export function specialsByDay(specials: readonly SpecialDay[], first: Day, last: Day): ReadonlyMap<Day, SpecialDay[]> {
  const days = new Map<Day, SpecialDay[]>();
  for (const special of specials) {
    const from = Math.max(first, dayOf(special.first));
    const to = Math.min(last, dayOf(special.last));
    for (let day = from; day <= to; day++) {
      const there = days.get(day);
      if (there) there.push(special);
      else days.set(day, [special]);
    }
  }
  return days;
}

/** Nothing, always the same nothing, so that what is drawn of it is not drawn again. */
export const noItems: Items = [];
export const noSpecials: readonly SpecialDay[] = [];
