import { expect, test } from "vitest";
import type { DeadlineMark } from "../../ipc";
import { testItem } from "./testItems";
import { marked, unmarked } from "./useMark";

test("a day nothing was said of gets a mark of its own, and one that has a mark keeps the rest of it", () => {
  const item = testItem(3, { kind: "final_report", subjectId: 8, part: "2" });
  expect(marked(item, 5, { doneOn: "2019-03-12" })).toMatchObject({
    id: 0,
    municipalityId: 5,
    subjectTable: "application",
    subjectId: 8,
    kind: "final_report",
    part: "2",
    doneOn: "2019-03-12",
    pinnedOn: null,
  });
  const mark: DeadlineMark = { ...marked(item, 5, { waitingFor: "STAR" }), id: 4, version: 2 };
  const moved = marked({ ...item, mark }, 5, { pinnedOn: "2019-04-01", pinnedReason: "Aftalt" });
  expect(moved).toMatchObject({ id: 4, version: 2, waitingFor: "STAR", pinnedOn: "2019-04-01" });
  expect(marked({ ...item, mark: moved }, 5, unmarked.pin)).toMatchObject({ pinnedOn: null, waitingFor: "STAR" });
});
