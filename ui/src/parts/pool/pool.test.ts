import { expect, test } from "vitest";
import type { CallView, PoolView } from "../../ipc";
import { differingCalls } from "./amounts";
import { namedSources } from "./Sources";

const pool = (amount: string | null, ...announced: (string | null)[]) =>
  ({ amount, calls: announced.map((sum) => ({ title: "Opslag", amount: sum }) as CallView) }) as PoolView;

test("a call that announced another amount than the agreement is told", () => {
  expect(differingCalls(pool("23700000.00", "21700000.00"))).toEqual([
    { title: "Opslag", agreed: "23700000.00", announced: "21700000.00" },
  ]);
});

test("the same amount written otherwise, or one not stated, is no difference", () => {
  expect(differingCalls(pool("4000000.00", "4000000"))).toEqual([]);
  expect(differingCalls(pool(null, "50300000.00"))).toEqual([]);
  expect(differingCalls(pool("4000000.00", null))).toEqual([]);
});

test("sources are named by host, each by a name of its own", () => {
  const named = namedSources(["https://www.sbst.dk/a", "https://star.dk/b", "https://sbst.dk/c", "not an address"]);
  expect(named.map(({ name }) => name)).toEqual(["sbst.dk", "star.dk", "sbst.dk (2)", "not an address"]);
});
