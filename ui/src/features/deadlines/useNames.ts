import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useWord } from "../../format";
import { flagOrder, kindOrder } from "../../parts/days/looks";
import type { FacetSet } from "../../parts/FacetSets";
import type { ColumnKey } from "./list/columns";
import { ASIDE, type Chosen, type Counts, type FacetKey, facetKeys, type Line, type Names, NONE_OF } from "./shown";

/** Names of the columns as the menu and the headings say them. */
export function useColumnNames(): Record<ColumnKey, string> {
  const { t } = useLingui();
  return {
    day: t`Day`,
    time: t`Time of day`,
    kind: t`Deadline`,
    title: t`Whose`,
    detail: t`About`,
    person: t`Responsible`,
    committees: t`Committees`,
    left: t`Left`,
    flags: t`Take note`,
    origin: t`Follows from`,
  };
}

type Words = Readonly<Record<FacetKey, { name: string; word: (value: string) => string }>>;

/** The facets and their values in words. */
export function useFacetWords(names: Names): Words {
  const { t } = useLingui();
  const word = useWord();
  return useMemo(() => {
    const named = (key: keyof Names, none: string) => (value: string) =>
      value === NONE_OF ? none : (names[key].get(Number(value)) ?? value);
    return {
      person: { name: t`Responsible`, word: named("person", t`Nobody`) },
      department: { name: t`Department`, word: named("department", t`No department`) },
      committee: { name: t`Committees`, word: named("committee", t`No committee`) },
      kind: { name: t`Kind of deadline`, word: (value) => word("deadline_kind", value) },
      flag: { name: t`Take note`, word: (value) => (value === ASIDE ? t`Put aside` : word("flag", value)) },
    };
  }, [names, word, t]);
}

const order: Partial<Record<FacetKey, readonly string[]>> = { kind: kindOrder, flag: [...flagOrder, ASIDE] };

/** The facets with what can be chosen in them: what some day has, in the order of the codes or of the alphabet. */
export function facetSets(
  lines: readonly Line[],
  words: Words,
  counts: Counts,
  chosen: Chosen,
): readonly FacetSet<FacetKey>[] {
  const { compare } = new Intl.Collator("da", { numeric: true });
  return facetKeys.map((key) => {
    const { name, word } = words[key];
    const used = new Set(lines.flatMap((line) => line.values[key]));
    for (const value of chosen[key] ?? []) used.add(value);
    const values =
      order[key]?.filter((value) => used.has(value)) ??
      [...used].sort((a, b) => Number(a === NONE_OF) - Number(b === NONE_OF) || compare(word(a), word(b)));
    return {
      key,
      name,
      chosen: chosen[key] ?? [],
      options: values.map((value) => ({ value, label: word(value), count: counts.get(key)?.get(value) ?? 0 })),
    };
  });
}
