import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useWord } from "../../format";
import type { FacetSet } from "../../parts/FacetSets";
import { stages } from "../../parts/standing/orders";
import type { ColumnKey } from "./list/columns";
import { type Chosen, type Counts, type FacetKey, facetKeys, type Line, NONE_OF } from "./shown";

/** Names of the columns as the menu and the headings say them. */
export function useColumnNames(): Record<ColumnKey, string> {
  const { t } = useLingui();
  return {
    title: t`Application`,
    funder: t`Funder`,
    pool: t`Pool and initiative`,
    stage: t`Stage`,
    approval: t`Political approval`,
    appropriation: t`Appropriation`,
    department: t`Department`,
    committees: t`Committees`,
    owner: t`Owner`,
    requested: t`Applied for`,
    awarded: t`Granted`,
    ourRequested: t`Applied for, our part`,
    ourAwarded: t`Granted, our part`,
    period: t`Project period`,
    next: t`Next deadline`,
    deadline: t`Application deadline`,
    tasks: t`Open tasks`,
    differences: t`Sources differ`,
  };
}

const order: Partial<Record<FacetKey, readonly string[]>> = {
  stage: stages,
  flag: ["condition", "task", "difference"],
  approval: ["missing", "put", "conditional", "approved", "refused", "not_required", "not_settled"],
  appropriation: ["open", "awaits_grant", "granted", "none_needed", "not_settled"],
};

type Words = Readonly<Record<FacetKey, { name: string; word: (value: string) => string }>>;

/** The facets and their values in words. Names of departments, people and funders are those of the rows. */
export function useFacetWords(lines: readonly Line[]): Words {
  const { t } = useLingui();
  const word = useWord();
  return useMemo(() => {
    const named = (key: "department" | "committee" | "owner", none: string) => {
      const names = new Map<string, string>([[NONE_OF, none]]);
      for (const { row } of lines) {
        if (key === "committee")
          row.committeeIds.forEach((id, at) => {
            names.set(String(id), row.committees[at] ?? "");
          });
        else {
          const [id, name] = key === "department" ? [row.departmentId, row.department] : [row.ownerId, row.owner];
          if (id !== null) names.set(String(id), name ?? "");
        }
      }
      return (value: string) => names.get(value) ?? value;
    };
    const flags: Record<string, string> = {
      condition: t`Open condition`,
      task: t`Overdue task`,
      difference: t`Sources differ`,
    };
    return {
      stage: { name: t`Stage`, word: (value) => word("stage", value) },
      flag: { name: t`Needs attention`, word: (value) => flags[value] ?? value },
      approval: { name: t`Political approval`, word: (value) => word("approval_state", value) },
      appropriation: { name: t`Appropriation`, word: (value) => word("appropriation_state", value) },
      department: { name: t`Department`, word: named("department", t`No department`) },
      committee: { name: t`Committees`, word: named("committee", t`No committee`) },
      owner: { name: t`Owner`, word: named("owner", t`No owner`) },
      funder: { name: t`Funder`, word: (value) => (value === NONE_OF ? t`No funder` : value) },
    };
  }, [lines, word, t]);
}

/** The facets with what can be chosen in them: what some row has, in the order of the codes or of the alphabet. */
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
    const fixed = order[key];
    const values = fixed
      ? fixed.filter((value) => used.has(value))
      : [...used].sort((a, b) => Number(a === NONE_OF) - Number(b === NONE_OF) || compare(word(a), word(b)));
    return {
      key,
      name,
      chosen: chosen[key] ?? [],
      options: values.map((value) => ({ value, label: word(value), count: counts.get(key)?.get(value) ?? 0 })),
    };
  });
}
