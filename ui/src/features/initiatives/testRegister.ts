import { foldA, foldB } from "../../fold";
import type { InitiativeRow, RegisterView } from "../../ipc";

const both = (da: string, en = "") => ({ da, en });
const kroner = (mio: number | null) => (mio === null ? null : `${Math.round(mio * 10)}00000.00`);

type Few = Partial<InitiativeRow> & { number: number; areaId: number; mio: (number | null)[] };

export function initiative({ mio, ...row }: Few): InitiativeRow {
  const title = row.title ?? both(`Initiativ ${row.number}`, `Initiative ${row.number}`);
  const text = `${title.da} ${title.en} ${row.authority ?? ""}`;
  return {
    id: row.number + 1000,
    dut: false,
    themeId: null,
    mechanisms: ["operating_grant"],
    canApply: "no",
    poolCanApply: null,
    authority: "",
    pools: 0,
    poolsCanApply: 0,
    callState: "none",
    nextDeadline: null,
    daysLeft: null,
    plan: null,
    status: null,
    applications: [],
    search: [foldA(text), foldB(text)],
    ...row,
    title,
    amounts: mio.map(kroner),
  };
}

/** A register of two areas; the first has two themes, the second none. */
export function register(initiatives: InitiativeRow[], patch: Partial<RegisterView> = {}): RegisterView {
  return {
    agreement: {
      id: 1,
      key: "prøve-2019",
      title: both("Prøve 2019"),
      date: "2018-11-13",
      priceLevel: 2019,
      firstYear: 2019,
      lastYear: 2020,
      source: both(""),
    },
    agreements: [{ id: 1, title: both("Prøve 2019") }],
    periods: [
      { key: "2019", kind: "year", year: 2019 },
      { key: "2020", kind: "year", year: 2020 },
      { key: "total", kind: "total", year: null },
    ],
    priceLevel: {
      year: 2019,
      converted: false,
      available: [2019],
      indexName: both("Indeks"),
      vintage: "2024-06",
      source: "",
    },
    asOf: "2019-03-12",
    areas: [
      {
        id: 7,
        title: "Initiativer under socialområdet",
        name: both("Socialområdet"),
        stated: ["6000000.00", "2000000.00", "8000000.00"],
      },
      {
        id: 3,
        title: "Initiativer under ældreområdet",
        name: both("Ældreområdet"),
        stated: ["1500000.00", null, "1500000.00"],
      },
    ],
    themes: [
      { id: 11, areaId: 7, title: both("Socialinitiativer"), stated: ["5000000.00", "2000000.00", "7000000.00"] },
      { id: 12, areaId: 7, title: both("Administration"), stated: ["1000000.00", null, "1000000.00"] },
    ],
    stated: ["7500000.00", "2000000.00", "9500000.00"],
    initiatives,
    ...patch,
  };
}

export const four = (): InitiativeRow[] => [
  initiative({
    number: 1,
    areaId: 7,
    themeId: 11,
    mio: [2, 2, 4],
    title: both("Børnerådets Børneportal", "The Council's portal"),
    canApply: "unclear",
    poolCanApply: "yes",
    pools: 2,
    poolsCanApply: 1,
    callState: "open",
    mechanisms: ["application_pool", "operating_grant"],
    authority: "Socialstyrelsen",
  }),
  initiative({ number: 2, areaId: 7, themeId: 11, mio: [3, null, 3], title: both("Aabenraa læser"), dut: true }),
  initiative({ number: 3, areaId: 7, themeId: 12, mio: [1, null, 1], title: both("Zebra") }),
  initiative({ number: 4, areaId: 3, mio: [1.5, null, 1.5], title: both("Ensomhed"), canApply: "partner" }),
];
