import { foldA, foldB, found, type Needle } from "../../fold";
import type { CaseRow } from "../../ipc";

export type Filter = {
  /** The short name of a committee; null is all. */
  committee: string | null;
  followUps: boolean;
  conditions: boolean;
};
export const noFilter: Filter = { committee: null, followUps: false, conditions: false };

export function filtered(cases: readonly CaseRow[], words: readonly Needle[], filter: Filter): CaseRow[] {
  return cases.filter((row) => {
    if (filter.committee !== null && !row.committees.includes(filter.committee)) return false;
    if (filter.followUps && row.followUpsOpen === 0) return false;
    if (filter.conditions && row.conditionsOpen === 0) return false;
    if (words.length === 0) return true;
    const text = [row.title, row.caseNumber, ...row.committees].join(" ");
    const [a, b] = [foldA(text), foldB(text)];
    return words.every((word) => found(word, a, b));
  });
}

/** Cases of one day and the committee that first reads them, in the order they come. */
export type Meeting = { key: string; date: string | null; committee: string; cases: CaseRow[] };

export function byMeeting(cases: readonly CaseRow[]): Meeting[] {
  const meetings = new Map<string, Meeting>();
  for (const row of cases) {
    const committee = row.committees[0] ?? "";
    const key = `${row.meetingDate} ${committee}`;
    const meeting = meetings.get(key) ?? { key, date: row.meetingDate, committee, cases: [] };
    meeting.cases.push(row);
    meetings.set(key, meeting);
  }
  const numbers = new Intl.Collator("da-DK", { numeric: true });
  return [...meetings.values()].map((meeting) => ({
    ...meeting,
    cases: [...meeting.cases].sort((one, other) => numbers.compare(one.itemNumber, other.itemNumber)),
  }));
}

/** Every committee that reads one of the cases, in Danish order. */
export function committeesOf(cases: readonly CaseRow[]): string[] {
  const danish = new Intl.Collator("da-DK");
  return [...new Set(cases.flatMap((row) => row.committees))].sort(danish.compare);
}

/** A list of ids parted by commas, as an address has it; what is no id is left out. */
export function idsOf(text: string | undefined): number[] {
  const ids = (text ?? "").split(",").map(Number);
  return [...new Set(ids.filter((id) => Number.isSafeInteger(id) && id > 0))];
}
