import { useLingui } from "@lingui/react/macro";
import ListFilter from "lucide-react/icons/list-filter";
import { useWord } from "../../format";
import type { PoolStatus } from "../../ipc";
import { FacetSets } from "../../parts/FacetSets";
import { PanelButton } from "../../parts/PanelButton";
import { ToggleChip } from "../../parts/ToggleChip";
import css from "./Pools.module.css";
import { counts, type FacetKey, type Facets, facetOf, facetOrder, type Line, noFacets } from "./shown";

type Props = { lines: readonly Line[]; facets: Facets; onChange: (facets: Facets) => void; ours: boolean };

const group = { status: "pool_status", canApply: "can_apply", callState: "call_state" } as const;

/** Where we stand at one press each; who may apply and how the call stands in a panel, chosen ones beside it. */
export function Filters({ lines, facets, onChange, ours }: Props) {
  const { t } = useLingui();
  const word = useWord();
  const names: Record<FacetKey, string> = {
    status: t`Status with us`,
    canApply: t`Municipality can apply`,
    callState: t`Call`,
  };
  const choose = (key: FacetKey, values: readonly string[]) => onChange({ ...facets, [key]: values });
  const without = (key: FacetKey, value: string) =>
    choose(
      key,
      facets[key].filter((one) => one !== value),
    );
  const keys = (["status", "canApply", "callState"] as const).filter((key) => ours || key !== "status");
  const sets = keys.map((key) => {
    // A pool that rests on the one it lies inside is one with it.
    const own = key === "status" ? lines.filter(({ standing }) => (standing?.restsOn ?? null) === null) : lines;
    const found = counts(own, facetOf[key]);
    const chosen: readonly string[] = facets[key];
    return {
      key,
      name: names[key],
      chosen,
      options: facetOrder[key]
        .filter((value) => found.has(value) || chosen.includes(value))
        .map((value) => ({ value, label: word(group[key], value), count: found.get(value) ?? 0 })),
    };
  });
  const quick = ours ? (sets[0]?.options ?? []) : [];
  return (
    <>
      {quick.length > 0 && (
        <fieldset className={css.facet} aria-label={names.status}>
          {quick.map(({ value, label, count }) => (
            <ToggleChip
              key={value}
              pressed={facets.status.includes(value as PoolStatus)}
              onChange={(on) => (on ? choose("status", [...facets.status, value]) : without("status", value))}
            >
              {label} <span className={css.chipCount}>{count}</span>
            </ToggleChip>
          ))}
        </fieldset>
      )}
      <PanelButton
        label={t`Filters`}
        icon={<ListFilter size={15} aria-hidden />}
        panel={<FacetSets sets={sets} onChoose={choose} onClear={() => onChange(noFacets)} />}
      >
        {t`Filters`}
      </PanelButton>
      {sets
        .filter(({ key }) => key !== "status")
        .flatMap(({ key, name, chosen }) =>
          chosen.map((value) => (
            <ToggleChip key={`${key} ${value}`} pressed removable onChange={() => without(key, value)}>
              {name}: {word(group[key], value)}
            </ToggleChip>
          )),
        )}
    </>
  );
}
