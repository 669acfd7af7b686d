import { describe, expect, it } from "vitest";
import type { Stage } from "../../ipc";
import { countOptions } from "./facets";
import { orderOf } from "./order";
import { rowsOf } from "./rows";
import { RegisterStore } from "./store";
import { four, register } from "./testRegister";
import { groupOf, isGroup, proofOf, sumAt } from "./view";

function loaded(patch = {}) {
  const rows = rowsOf(register(four(), patch));
  const store = new RegisterStore();
  store.load(rows, "da");
  const lines = () =>
    [...(store.get().shown?.items ?? [])].map((item) => {
      const group = rows.groups[groupOf(item)];
      return isGroup(item) ? `${group?.kind} ${group?.id}` : rows.register.initiatives[item]?.number;
    });
  const proof = (line: number) => {
    const { shown } = store.get();
    if (!shown) throw new Error("nothing is shown");
    const group = rows.groups[line];
    return proofOf(rows, shown.sums, line, group?.total ?? rows.count, group?.stated ?? null);
  };
  return { rows, store, lines, proof };
}

describe("the register", () => {
  it("stands in the agreement's order, grouped by area and theme", () => {
    const { lines } = loaded();
    expect(lines()).toEqual(["area 7", "theme 11", 1, 2, "theme 12", 3, "area 3", 4]);
  });

  it("proves its sums against the printed ones until a filter hides a part", () => {
    const { store, rows, proof } = loaded();
    expect([0, 1, 2, 3].map(proof)).toEqual(["equal", "equal", "equal", "equal"]);
    store.choose({ search: "boern" });
    expect([0, 1, 2, 3].map(proof)).toEqual(["part", "part", "part", "part"]);
    const { shown } = store.get();
    expect(shown && sumAt(rows, shown.sums, rows.groups.length, 0)).toBe(200_000_000);
    expect(shown && sumAt(rows, shown.sums, 2, 0)).toBeNull();
    store.choose({ search: "", facets: { area: ["3"] } });
    expect([0, 3].map(proof)).toEqual(["part", "equal"]);
  });

  it("never says that converted or wrong sums match", () => {
    const converted = loaded({
      areas: register([]).areas.map((area) => ({ ...area, stated: [] })),
      themes: register([]).themes.map((theme) => ({ ...theme, stated: [] })),
      stated: [],
    });
    expect([0, 1, 2, 3].map(converted.proof)).toEqual(["converted", "converted", "converted", "converted"]);
    const [social, elderly] = register([]).areas;
    if (!social || !elderly) throw new Error("two areas");
    const wrong = loaded({ areas: [social, { ...elderly, stated: ["1500000.00", "0.00", "1500000.00"] }] });
    expect(wrong.proof(3)).toBe("differs");
  });

  it("sorts within the groups, or through the whole list; what has no amount stands last both ways", () => {
    const { store, lines } = loaded();
    store.choose({ sort: { column: "2020", down: true } });
    expect(lines()).toEqual(["area 7", "theme 11", 1, 2, "theme 12", 3, "area 3", 4]);
    store.choose({ sort: { column: "2019", down: true }, grouped: false });
    expect(lines()).toEqual([2, 1, 4, 3]);
    store.choose({ sort: { column: "2020", down: false } });
    expect(lines()).toEqual([1, 2, 3, 4]);
    store.choose({ sort: { column: "title", down: false } });
    // aa is å, the last letter.
    expect(lines()).toEqual([1, 4, 3, 2]);
  });

  it("takes the answer of the agreement or of a pool", () => {
    const { store, lines } = loaded();
    store.choose({ grouped: false, facets: { canApply: ["yes", "partner"] } });
    expect(lines()).toEqual([1, 4]);
    store.choose({ facets: { canApply: ["unclear"] } });
    expect(lines()).toEqual([1]);
    store.choose({ facets: { canApply: ["yes"], dut: ["yes"] } });
    expect(lines()).toEqual([]);
  });

  it("takes where the municipality stands, and the stages of its applications", () => {
    const [first, second, ...others] = four();
    if (!first || !second) throw new Error("four initiatives");
    const ours = (stage: Stage) => ({ id: 1, title: "Vores", stage });
    const { store, lines } = loaded({
      initiatives: [
        { ...first, status: "apply", applications: [ours("submitted"), ours("running")] },
        { ...second, status: "not_assessed" },
        ...others,
      ],
    });
    store.choose({ grouped: false, facets: { applications: ["running"] } });
    expect(lines()).toEqual([1]);
    store.choose({ facets: { applications: ["none"] } });
    expect(lines()).toEqual([2, 3, 4]);
    store.choose({ facets: { status: ["not_assessed"] } });
    expect(lines()).toEqual([2]);
    store.choose({ facets: {}, sort: { column: "status", down: true } });
    expect(lines()).toEqual([2, 1, 3, 4]);
  });

  it("counts each facet under the others", () => {
    const { store, rows } = loaded();
    const found = store.get().shown?.found ?? new Int32Array(0);
    const counts = countOptions(rows, found, { area: ["7"], mechanism: ["application_pool"] });
    expect(counts.get("area")?.get("7")).toBe(1);
    expect(counts.get("area")?.get("3")).toBe(0);
    expect(counts.get("mechanism")?.get("operating_grant")).toBe(3);
    expect(counts.get("canApply")?.get("unclear")).toBe(1);
    expect(counts.get("canApply")?.get("yes")).toBe(1);
    expect(counts.get("dut")?.get("yes")).toBe(0);
  });

  it("folds groups away without losing their sums", () => {
    const { store, lines, proof } = loaded();
    store.toggle(1);
    expect(lines()).toEqual(["area 7", "theme 11", "theme 12", 3, "area 3", 4]);
    store.toggle(0);
    expect(lines()).toEqual(["area 7", "area 3", 4]);
    expect(proof(0)).toBe("equal");
  });

  it("keeps the choice when the register is loaded again", () => {
    const { store, lines } = loaded();
    store.choose({ search: "zebra" });
    store.load(rowsOf(register(four())), "en");
    expect(lines()).toEqual(["area 7", "theme 12", 3]);
  });

  it("orders by words in the reader's language", () => {
    const { rows } = loaded();
    expect([...orderOf(rows, { column: "canApply", down: false }, false, "en")]).toEqual([0, 3, 1, 2]);
  });
});
