import type { CallState, CanApply, InitiativeRow, Mechanism, RegisterView, Stage } from "../../ipc";
import { oere } from "../../money";
import { poolStatuses, stages } from "../../parts/standing/orders";

/**
 * The register in columns of numbers, made once when it is loaded: a keystroke then walks flat arrays and makes no
 * object. A row is its place in `register.initiatives`.
 */
export type Rows = {
  register: RegisterView;
  count: number;
  periods: number;
  /** Øre, row after row; NaN where the agreement prints »-«. */
  amounts: Float64Array;
  /** Both folds of the searched text. */
  textA: string[];
  textB: string[];
  codes: Readonly<Record<FacetKey, Uint16Array>>;
  facets: readonly FacetColumn[];
  /** Areas in the agreement's order, each followed by its themes. */
  groups: readonly Group[];
  /** The innermost group of each row: its theme, or its area where it has none. */
  leaf: Uint16Array;
};

export type Group = {
  kind: "area" | "theme";
  id: number;
  /** Place of the theme's area in `groups`; its own place for an area. */
  area: number;
  /** How many initiatives it has before any filter. */
  total: number;
  /** The printed subtotal; null when converted. */
  stated: (number | null)[] | null;
};

export const facetKeys = [
  "area",
  "theme",
  "mechanism",
  "canApply",
  "status",
  "applications",
  "dut",
  "callState",
  "authority",
] as const;
export type FacetKey = (typeof facetKeys)[number];

/** One facet: every row has a small code in it, and an option takes in certain codes. */
export type FacetColumn = {
  key: FacetKey;
  /** Codes run from 0 to here. */
  size: number;
  /** In the order they are shown. */
  options: readonly { value: string; takes: (code: number) => boolean }[];
};

export const canApplyCodes: readonly CanApply[] = ["yes", "partner", "unclear", "no"];
export const callStates: readonly CallState[] = ["open", "undated", "no_deadline", "closed", "none"];
export const mechanisms: readonly Mechanism[] = [
  "application_pool",
  "operating_grant",
  "national_effort",
  "law_dut",
  "law_benefit",
  "reserve_frame",
  "administration",
  "state_financing",
  "eu_co_financing",
  "fund_contribution",
  "unclear",
];

const amount = (text: string | null): number | null => (text === null ? null : oere(text));
const printed = (stated: (string | null)[]) => (stated.length > 0 ? stated.map(amount) : null);

function groupsOf(register: RegisterView): Group[] {
  const groups: Group[] = [];
  for (const area of register.areas) {
    const place = groups.length;
    groups.push({ kind: "area", id: area.id, area: place, total: 0, stated: printed(area.stated) });
    for (const theme of register.themes)
      if (theme.areaId === area.id)
        groups.push({ kind: "theme", id: theme.id, area: place, total: 0, stated: printed(theme.stated) });
  }
  return groups;
}

/** Values in the order given, as codes counted from 0. */
function numbered<T>(values: readonly T[]): Map<T, number> {
  return new Map(values.map((value, place) => [value, place]));
}

const oneOf = (key: FacetKey, values: readonly (string | number)[]): FacetColumn => ({
  key,
  size: values.length + 1,
  options: values.map((value, place) => ({ value: String(value), takes: (code) => code === place })),
});

const anyOf = (key: FacetKey, values: readonly string[]): FacetColumn => ({
  key,
  size: 1 << values.length,
  options: values.map((value, place) => ({ value, takes: (code) => (code & (1 << place)) !== 0 })),
});

/** Stages of our applications, or that there is none; rows of the same stages share a code, however many stages there are. */
function applicationsOf(list: readonly InitiativeRow[], codes: Uint16Array): FacetColumn {
  const sets: ReadonlySet<string>[] = [];
  const places = new Map<string, number>();
  list.forEach((row, place) => {
    const found: (Stage | "none")[] =
      row.applications.length > 0 ? row.applications.map(({ stage }) => stage) : ["none"];
    const key = [...new Set(found)].sort().join(" ");
    const known = places.get(key) ?? sets.length;
    if (known === sets.length) sets.push(new Set(found));
    places.set(key, known);
    codes[place] = known;
  });
  return {
    key: "applications",
    size: sets.length,
    options: [...stages, "none"].map((value) => ({ value, takes: (code) => sets[code]?.has(value) ?? false })),
  };
}

export function rowsOf(register: RegisterView): Rows {
  const list = register.initiatives;
  const count = list.length;
  const periods = register.periods.length;
  const groups = groupsOf(register);
  const danish = new Intl.Collator("da");
  const authorities = [...new Set(list.map((row) => row.authority))].sort(
    (one, other) => Number(one === "") - Number(other === "") || danish.compare(one, other),
  );
  const areas = register.areas.map((area) => area.id);
  const themes = register.themes.map((theme) => theme.id);
  const areaAt = numbered(areas);
  const themeAt = numbered(themes);
  const authorityAt = numbered(authorities);
  const mechanismAt = numbered(mechanisms);
  const canAt = numbered(canApplyCodes);
  const callAt = numbered(callStates);
  const statusAt = numbered(poolStatuses);
  const groupAt = new Map(groups.map((group, place) => [`${group.kind} ${group.id}`, place]));
  const column = () => new Uint16Array(count);
  const codes = {
    area: column(),
    theme: column(),
    mechanism: column(),
    canApply: column(),
    status: column(),
    applications: column(),
    dut: column(),
    callState: column(),
    authority: column(),
  };
  const amounts = new Float64Array(count * periods).fill(Number.NaN);
  const leaf = column();
  list.forEach((row, place) => {
    codes.area[place] = areaAt.get(row.areaId) ?? areas.length;
    codes.theme[place] = row.themeId === null ? themes.length : (themeAt.get(row.themeId) ?? themes.length);
    let mask = 0;
    for (const mechanism of row.mechanisms) mask |= 1 << (mechanismAt.get(mechanism) ?? 0);
    codes.mechanism[place] = mask;
    // The agreement's own answer or that of its pools: the facet takes either.
    codes.canApply[place] =
      (1 << (canAt.get(row.canApply) ?? 0)) | (row.poolCanApply ? 1 << (canAt.get(row.poolCanApply) ?? 0) : 0);
    codes.status[place] = row.status === null ? poolStatuses.length : (statusAt.get(row.status) ?? poolStatuses.length);
    codes.dut[place] = row.dut ? 0 : 1;
    codes.callState[place] = callAt.get(row.callState) ?? callStates.length;
    codes.authority[place] = authorityAt.get(row.authority) ?? 0;
    row.amounts.forEach((text, period) => {
      if (text !== null) amounts[place * periods + period] = oere(text);
    });
    const area = groupAt.get(`area ${row.areaId}`) ?? 0;
    const inner = row.themeId === null ? area : (groupAt.get(`theme ${row.themeId}`) ?? area);
    leaf[place] = inner;
    for (const at of inner === area ? [area] : [area, inner]) {
      const group = groups[at];
      if (group) group.total += 1;
    }
  });
  return {
    register,
    count,
    periods,
    amounts,
    textA: list.map((row) => row.search[0]),
    textB: list.map((row) => row.search[1]),
    codes,
    facets: [
      oneOf("area", areas),
      oneOf("theme", themes),
      anyOf("mechanism", mechanisms),
      anyOf("canApply", canApplyCodes),
      oneOf("status", poolStatuses),
      applicationsOf(list, codes.applications),
      oneOf("dut", ["yes", "no"]),
      oneOf("callState", callStates),
      oneOf("authority", authorities),
    ],
    groups,
    leaf,
  };
}
