import type { HistoryEntry } from "../../ipc";

/** What is read in or put back as a whole is not undone row by row; an undo is taken back by redo. */
const lasting = new Set(["agreement.import", "reference.import", "example.create", "file.restore", "operation.undo"]);

/** The operation that undo would take: the person's own newest that still holds. Entries are newest first. */
export function newestOwn(entries: readonly HistoryEntry[], name: string): HistoryEntry | undefined {
  return entries.find((entry) => !entry.undone && !lasting.has(entry.kind) && (name === "" || entry.actor === name));
}
