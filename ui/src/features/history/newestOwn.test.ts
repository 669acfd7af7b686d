import { expect, test } from "vitest";
import type { HistoryEntry } from "../../ipc";
import { newestOwn } from "./newestOwn";

const entry = (id: number, kind: string, actor: string, undone = false): HistoryEntry => ({
  id,
  at: "2019-03-12T10:00:00Z",
  actor,
  kind,
  undoes: null,
  undone,
  more: 0,
  changes: [],
});

test("undo takes one's own newest that still holds", () => {
  const entries = [
    entry(5, "operation.undo", "Maria"),
    entry(4, "initiative.correct", "Maria", true),
    entry(3, "population.set", "Jens"),
    entry(2, "municipality.correct", "Maria"),
    entry(1, "agreement.import", "Maria"),
  ];
  expect(newestOwn(entries, "Maria")?.id).toBe(2);
  expect(newestOwn(entries, "Jens")?.id).toBe(3);
  expect(newestOwn(entries, "Ida")).toBeUndefined();
});
