import type { SheetEdit, SheetNewRow, SheetProblem } from "./types";

/** What was typed into a cell and does not stand there yet: on its way, or refused and why. */
export type Held = { text: string; refused: boolean; problem?: string };
export type RowHeld = ReadonlyMap<string, Held>;

/** Edits that are kept together or not at all. */
export type Batch = {
  id: number;
  edits: readonly SheetEdit[];
  added: readonly SheetNewRow[];
  /** `kept` until what is shown has followed. */
  state: "pending" | "kept" | "refused";
  problems: readonly SheetProblem[];
  /** Why all of it was refused, where it was not for single cells. */
  message?: string;
  /** What its cells showed when it was sent. */
  before: readonly string[];
};

export type Snapshot = {
  rows: ReadonlyMap<string, RowHeld>;
  refused: readonly Batch[];
  /** Whether something is on its way. */
  busy: boolean;
};

type Send = (edits: readonly SheetEdit[], added: readonly SheetNewRow[]) => Promise<readonly SheetProblem[]>;

const is = (one: { row: string; column: string }, other: { row: string; column: string }) =>
  one.row === other.row && one.column === other.column;

/** How long what was kept is shown as typed, in milliseconds, when what is shown under it never changes. */
const LINGER = 1500;

/**
 * What was typed goes out one at a time and in order, while typing goes on. It is shown in its cells until what is shown there
 * has followed; what was refused stays in its cells until it is mended or taken back.
 */
export class Outbox {
  #batches: readonly Batch[] = [];
  #snapshot: Snapshot = { rows: new Map(), refused: [], busy: false };
  #listeners = new Set<() => void>();
  #line: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #last = 0;

  /** Set anew at every render, so that a send sees the newest of everything. */
  send: Send = async () => [];
  /** What a cell shows now. */
  seen: (edit: SheetEdit) => string = () => "";
  worded: (error: unknown) => string = String;
  onKept: (batch: Batch) => void = () => undefined;
  onRefused: (batch: Batch) => void = () => undefined;

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  snapshot = () => this.#snapshot;

  /** The refused edits a cell is part of. */
  refusedAt(row: string, column: string): Batch | undefined {
    return this.#snapshot.refused.find(({ edits }) => edits.some((edit) => is(edit, { row, column })));
  }

  /** The last thing typed, where that was refused. */
  newestRefused(): Batch | undefined {
    const newest = this.#batches.at(-1);
    return newest?.state === "refused" ? newest : undefined;
  }

  /** Sends edits. One that mends a cell of refused ones sends them all again, once none of them is known to be wrong. */
  put(edits: readonly SheetEdit[], added: readonly SheetNewRow[] = []) {
    const [only] = edits;
    const mended = only && edits.length === 1 ? this.refusedAt(only.row, only.column) : undefined;
    if (only && mended && mended.edits.length + mended.added.length > 1) {
      const batch = {
        ...mended,
        edits: mended.edits.map((edit) => (is(edit, only) ? only : edit)),
        problems: mended.problems.filter((problem) => !is(problem, only)),
      };
      if (batch.problems.length > 0) this.#replace(batch);
      else this.again(batch);
      return;
    }
    // What is typed over refused edits takes their place.
    this.#batches = this.#batches.flatMap((batch) => {
      if (batch.state !== "refused") return [batch];
      const left = batch.edits.filter((edit) => !edits.some((one) => is(one, edit)));
      if (left.length === batch.edits.length) return [batch];
      return left.length + batch.added.length > 0 ? [{ ...batch, edits: left }] : [];
    });
    this.#post({ edits, added });
  }

  /** Sends refused edits again, as they stand. */
  again(batch: Batch) {
    this.#batches = this.#batches.filter(({ id }) => id !== batch.id);
    this.#post(batch);
  }

  /** Holds edits that are known to be wrong before they are sent. */
  refuse(edits: readonly SheetEdit[], added: readonly SheetNewRow[], problems: readonly SheetProblem[]) {
    const batch = this.#made(edits, added, "refused", problems);
    this.#batches = [...this.#batches, batch];
    this.#changed();
    this.onRefused(batch);
  }

  takeBack(batch: Batch) {
    this.#batches = this.#batches.filter(({ id }) => id !== batch.id);
    this.#changed();
  }

  /** Does something else after all that was typed before it is kept. */
  ask<T>(task: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    const done = this.#line.then(task);
    const after = () => {
      this.#waiting -= 1;
      this.#changed();
    };
    this.#line = done.then(after, after);
    this.#changed();
    return done;
  }

  /** What is shown may have changed: what was kept and is shown by it now needs no holding. */
  follow() {
    const left = this.#batches.filter((batch) => batch.state !== "kept" || !this.#followed(batch));
    if (left.length === this.#batches.length) return;
    this.#batches = left;
    this.#changed();
  }

  #made(
    edits: readonly SheetEdit[],
    added: readonly SheetNewRow[],
    state: Batch["state"],
    problems: readonly SheetProblem[],
  ): Batch {
    this.#last += 1;
    return { id: this.#last, edits, added, state, problems, before: [] };
  }

  #post({ edits, added }: { edits: readonly SheetEdit[]; added: readonly SheetNewRow[] }) {
    const batch = this.#made(edits, added, "pending", []);
    this.#batches = [...this.#batches, batch];
    void this.ask(async () => {
      const before = edits.map(this.seen);
      try {
        const problems = await this.send(edits, added);
        if (problems.length > 0) this.#refused({ ...batch, problems });
        else this.#kept({ ...batch, before });
      } catch (error) {
        this.#refused({ ...batch, message: this.worded(error) });
      }
    });
  }

  #kept(batch: Batch) {
    if (this.#followed(batch)) this.takeBack(batch);
    else {
      this.#replace({ ...batch, state: "kept" });
      setTimeout(() => this.takeBack(batch), LINGER);
    }
    this.onKept(batch);
  }

  #followed({ edits, before }: Batch) {
    return edits.length === 0 || edits.some((edit, at) => this.seen(edit) !== before[at]);
  }

  #refused(batch: Batch) {
    this.#replace({ ...batch, state: "refused" });
    this.onRefused(batch);
  }

  #replace(batch: Batch) {
    this.#batches = this.#batches.map((one) => (one.id === batch.id ? batch : one));
    this.#changed();
  }

  #changed() {
    this.#snapshot = {
      rows: heldIn(this.#batches, this.#snapshot.rows),
      refused: this.#batches.filter(({ state }) => state === "refused"),
      busy: this.#waiting > 0,
    };
    for (const listener of this.#listeners) listener();
  }
}

/** What stands in the cells, by row; a row whose cells hold the same as before stays the same object, and is not drawn again. */
function heldIn(batches: readonly Batch[], before: ReadonlyMap<string, RowHeld>): ReadonlyMap<string, RowHeld> {
  const rows = new Map<string, Map<string, Held>>();
  for (const { edits, problems, state, message } of batches) {
    for (const edit of edits) {
      const row = rows.get(edit.row) ?? new Map<string, Held>();
      rows.set(edit.row, row);
      const refused = state === "refused";
      const own = refused ? problems.find((problem) => is(problem, edit))?.message : undefined;
      const problem = own ?? (refused && edits.length === 1 ? message : undefined);
      row.set(edit.column, { text: edit.text, refused, problem });
    }
  }
  return new Map([...rows].map(([id, row]) => [id, alike(row, before.get(id)) ?? row]));
}

function alike(row: RowHeld, before: RowHeld | undefined): RowHeld | undefined {
  if (!before || before.size !== row.size) return undefined;
  for (const [column, { text, refused, problem }] of row) {
    const was = before.get(column);
    if (!was || was.text !== text || was.refused !== refused || was.problem !== problem) return undefined;
  }
  return before;
}
