import { expect, test } from "vitest";
import { linesOf } from "../shown";
import { rowOf } from "../testRows";
import { columnsOf, nextCard } from "./columns";

const lines = linesOf([
  rowOf({ id: 1, stage: "drafting", requested: "100.00" }),
  rowOf({ id: 2, stage: "drafting", requested: "50.00" }),
  rowOf({ id: 3, stage: "running", requested: "70.00", awarded: "60.00" }),
  rowOf({ id: 4, stage: "rejected", ended: true, requested: "10.00" }),
]);
const at = (stage: string, ended = false) => columnsOf(lines, ended).find((column) => column.stage === stage);

test("every stage has a column, in order, and the ends are folded until they are shown", () => {
  expect(columnsOf(lines, false)).toHaveLength(13);
  expect(at("rejected")).toMatchObject({ folded: true });
  expect(at("rejected", true)).toMatchObject({ folded: false, sum: 1000 });
  expect(at("idea")).toMatchObject({ folded: false, lines: [], sum: null });
});

test("a column adds what is applied for until it is granted, and then what was granted", () => {
  expect(at("drafting")?.sum).toBe(15_000);
  expect(at("running")?.sum).toBe(6_000);
});

test("arrow keys go between cards and past columns without any", () => {
  const columns = columnsOf(lines, false);
  expect(nextCard(columns, 1, "ArrowDown")).toBe(2);
  expect(nextCard(columns, 2, "ArrowDown")).toBeNull();
  expect(nextCard(columns, 2, "ArrowRight")).toBe(3);
  expect(nextCard(columns, 3, "ArrowLeft")).toBe(1);
  expect(nextCard(columns, 3, "ArrowRight")).toBeNull();
  expect(nextCard(columnsOf(lines, true), 3, "ArrowRight")).toBe(4);
  expect(nextCard(columns, 2, "Home")).toBe(1);
  expect(nextCard(columns, 1, "x")).toBeNull();
});
