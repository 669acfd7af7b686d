import { describe, expect, it } from "vitest";
import { foldA, foldB } from "../../fold";
import type { InitiativeRow } from "../../ipc";
import { oere } from "../../money";
import { rowsOf } from "./rows";
import { RegisterStore } from "./store";
import { initiative, register } from "./testRegister";
import { isGroup, sumAt } from "./view";

const COUNT = 100_000;
const vocabulary = [
  "børn",
  "unge",
  "område",
  "Ældre",
  "støtte",
  "hjemløse",
  "psykiatri",
  "indsats",
  "læsning",
  "råd",
  "§ 15.75.10.30",
  "job",
];

/** The same numbers every time. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

function generated(): InitiativeRow[] {
  const next = random(2019);
  return Array.from({ length: COUNT }, (_, at) => {
    const words = Array.from({ length: 4 }, () => vocabulary[next(vocabulary.length)]).join(" ");
    const first = next(5) === 0 ? null : next(1000) / 10;
    const area = next(2) === 0 ? 7 : 3;
    return initiative({
      number: at + 1,
      areaId: area,
      themeId: area === 7 ? 11 + next(2) : null,
      title: { da: `${words} ${at}`, en: "" },
      mio: [first, next(1000) / 10, null],
      dut: next(10) === 0,
      canApply: (["yes", "partner", "unclear", "no"] as const)[next(4)] ?? "no",
    });
  });
}

describe("a register of 100,000 rows", () => {
  const list = generated();
  const rows = rowsOf(register(list));
  const store = new RegisterStore();
  store.load(rows, "da");

  /** What a plain reading of every row gives. */
  function plainly(query: string, keep: (row: InitiativeRow) => boolean) {
    const words = query.split(" ").filter(Boolean);
    return list.filter(
      (row) =>
        keep(row) && words.every((word) => row.search[0].includes(foldA(word)) || row.search[1].includes(foldB(word))),
    );
  }

  function check(query: string, keep: (row: InitiativeRow) => boolean = () => true) {
    const expected = plainly(query, keep);
    const { shown } = store.get();
    if (!shown) throw new Error("nothing is shown");
    expect(shown.hits.length, query).toBe(expected.length);
    expect(
      [...shown.hits].every((row, at) => list[row] === expected[at]),
      query,
    ).toBe(true);
    const total = expected.reduce((sum, row) => sum + (row.amounts[0] ? oere(row.amounts[0]) : 0), 0);
    expect(sumAt(rows, shown.sums, rows.groups.length, 0) ?? 0, query).toBe(total);
    expect(sumAt(rows, shown.sums, rows.groups.length, 2)).toBeNull();
    expect(shown.items.filter((item) => !isGroup(item)).length).toBe(expected.length);
  }

  it("finds and adds the same as a plain reading, letter by letter and back", () => {
    const typed = "ungeområde born";
    for (let end = 1; end <= typed.length; end += 1) {
      store.choose({ search: typed.slice(0, end) });
      if (end % 3 === 0 || end === typed.length) check(typed.slice(0, end));
    }
    for (let end = typed.length; end >= 0; end -= 2) {
      store.choose({ search: typed.slice(0, end) });
      if (end % 3 === 0) check(typed.slice(0, end));
    }
    for (const query of ["raad", "rad ældre", "15.75 JOB", "laesning 4711", "findes ikke"]) {
      store.choose({ search: query });
      check(query);
    }
  });

  it("filters and sorts all of it", () => {
    store.choose({ search: "stotte", facets: { dut: ["yes"], canApply: ["yes", "partner"] } });
    check("stotte", (row) => row.dut && (row.canApply === "yes" || row.canApply === "partner"));
    store.choose({ search: "", facets: {}, grouped: false, sort: { column: "2019", down: true } });
    const items = store.get().shown?.items ?? new Int32Array(0);
    expect(items.length).toBe(COUNT);
    const amounts = [...items].map((row) => rows.amounts[row * rows.periods] ?? Number.NaN);
    const none = amounts.findIndex(Number.isNaN);
    expect(amounts.slice(none).every(Number.isNaN)).toBe(true);
    expect(amounts.slice(0, none).every((amount, at) => at === 0 || amount <= (amounts[at - 1] ?? 0))).toBe(true);
  });
});
