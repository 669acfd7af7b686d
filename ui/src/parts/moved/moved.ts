import type { DeadlineKind, MovedDay } from "../../ipc";

/** Days of an application that a form states: those of its call, and its own period. */
const entered: readonly DeadlineKind[] = ["call", "opens", "questions", "answer", "start", "period_end"];

/** What a form states is no surprise to who wrote it there; what follows from it is told. */
const stated = ({ key, kind }: MovedDay): boolean => {
  const [table] = key.split(":");
  return table === "application" ? entered.includes(kind) : table !== "meeting";
};

/** The days that follow from others. `typed` is the key of the one the person moved itself. */
export function followed(days: readonly MovedDay[], typed?: string): MovedDay[] {
  return days.filter((day) => day.key !== typed && !stated(day));
}

export type Moves = { moved: number; added: number; gone: number };

export function countMoves(days: readonly MovedDay[]): Moves {
  const added = days.filter(({ from }) => from === null).length;
  const gone = days.filter(({ to }) => to === null).length;
  return { moved: days.length - added - gone, added, gone };
}

const listeners = new Set<(days: MovedDay[]) => void>();

/** Tells which days moved with a change, where any did: the reply's `moved`, and the key of the day that was moved by hand. */
export function tellMoved(reply: { moved?: readonly MovedDay[] }, typed?: string) {
  const days = followed(reply.moved ?? [], typed);
  if (days.length > 0) for (const listener of listeners) listener(days);
}

export function onMoved(listener: (days: MovedDay[]) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
