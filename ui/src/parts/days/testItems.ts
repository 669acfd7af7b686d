import type { DeadlineItem, Flag } from "../../ipc";

/** A day as the program gives it, `days` ahead of 12 March 2019. */
export function testItem(days: number, patch: Partial<DeadlineItem> = {}): DeadlineItem {
  const on = new Date(Date.UTC(2019, 2, 12 + days, 12)).toISOString().slice(0, 10);
  const kind = patch.kind ?? "task";
  const subjectId = patch.subjectId ?? 1;
  return {
    key: `application:${subjectId}:${kind}:${days}`,
    subjectTable: "application",
    subjectId,
    kind,
    part: String(days),
    step: null,
    title: "Håndholdt ressourceforløb",
    detail: "",
    on,
    partial: null,
    time: null,
    origin: "typed",
    source: null,
    ruledOn: null,
    movedFrom: null,
    days,
    workingDays: Math.trunc((days * 5) / 7),
    flags: [],
    doneOn: null,
    ended: false,
    asideUntil: null,
    waitingFor: "",
    personId: null,
    departmentId: null,
    committeeIds: [],
    applicationId: 1,
    poolKey: null,
    caseId: null,
    canMove: true,
    canDo: true,
    mark: null,
    row: null,
    ...patch,
  };
}

export const flagged = (flag: Flag) => ({
  flag,
  reason: { da: "Derfor.", en: "Therefore." },
  action: { da: "Gør noget.", en: "Do something." },
});

/** Days by the thousand, over some years. */
export const manyItems = (count: number): DeadlineItem[] =>
  Array.from({ length: count }, (_, at) =>
    testItem(Math.floor(at / 8) - 100, {
      key: `task:${at}`,
      part: String(at),
      title: `Opgave ${at} på søgningen`,
      flags: at % 5 === 0 ? [flagged("overdue")] : [],
      personId: (at % 3) + 1,
    }),
  );
