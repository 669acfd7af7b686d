import { expect, test } from "vitest";
import { foldA, foldB } from "../fold";
import type { ApplicationRow, CaseRow, InitiativeRow, PoolView } from "../ipc";
import type { Action } from "./actions";
import { find } from "./find";

const row = (number: number, da: string, en: string, more = ""): InitiativeRow =>
  ({
    id: number + 1000,
    number,
    title: { da, en },
    search: [foldA(`${da} ${en} ${more}`), foldB(`${da} ${en} ${more}`)],
  }) as InitiativeRow;
const rows = [
  row(9, "Indsats for mænd i krise", "Effort for men in crisis", "børn"),
  row(21, "Børnerådets Børneportal", "The Children's Council's portal"),
  row(91, "Idræt som vej til inklusion", "Sport as a way to inclusion"),
  row(110, "BørneTelefonen", "The children's helpline"),
];
const pools = [{ id: 5, key: "91-a", title: { da: "Motion på recept", en: "" }, authority: "STAR" } as PoolView];
const actions: Action[] = [
  { id: "look.dark", title: "Mørke farver", group: "Udseende", run: () => undefined },
  { id: "file.open", title: "Åbn …", group: "Fil", run: () => undefined },
];
const applications = [
  {
    id: 3,
    title: "Flere skal med",
    search: [foldA("Flere skal med STAR"), foldB("Flere skal med STAR")],
  } as ApplicationRow,
];
const cases = [{ id: 7, title: "Satspuljen 2019", caseNumber: "2019-55", committees: ["BIU"] } as CaseRow];
const things = { actions, initiatives: rows, pools, applications, cases };
const keys = (query: string) => find(query, things).map((hit) => hit.key);

test("without a query the actions are offered", () => {
  expect(keys("")).toEqual(["look.dark", "file.open"]);
});

test("a number finds its initiative first, then those beginning with it, then its pools", () => {
  expect(keys("91")).toEqual(["initiative-1091", "pool-5"]);
  expect(keys("11")).toEqual(["initiative-1110"]);
});

test("every spelling finds Børn, titles before the rest", () => {
  for (const query of ["børn", "boern", "born", "BØRN"])
    expect(keys(query)).toEqual(["initiative-1021", "initiative-1110", "initiative-1009"]);
});

test("the English gloss, a pool and an action are found", () => {
  expect(keys("helpline")).toEqual(["initiative-1110"]);
  expect(keys("recept")).toEqual(["pool-5"]);
  expect(keys("moerke")).toEqual(["look.dark"]);
  expect(keys("fil åbn")).toEqual(["file.open"]);
});

test("an application and a case are found by title, funder, number and committee", () => {
  expect(keys("skal med")).toEqual(["application-3"]);
  expect(keys("star")).toEqual(["application-3", "pool-5"]);
  expect(keys("biu")).toEqual(["case-7"]);
  expect(keys("2019-55")).toEqual(["case-7"]);
});
