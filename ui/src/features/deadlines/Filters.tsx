import { useLingui } from "@lingui/react/macro";
import CalendarRange from "lucide-react/icons/calendar-range";
import ListFilter from "lucide-react/icons/list-filter";
import { lazy, useMemo } from "react";
import { useOffice } from "../../app/office";
import { useSession } from "../../app/session";
import { Button } from "../../parts/Button";
import { PanelButton } from "../../parts/PanelButton";
import { Select } from "../../parts/Select";
import { ToggleChip } from "../../parts/ToggleChip";
import { type Grouping, isNarrowed, store, useChoice } from "./choice";
import { type FacetKey, facetKeys, hiddenAsOver } from "./shown";
import { useDeadlines } from "./useDeadlines";
import { useFacetWords } from "./useNames";
import { usePeriods } from "./usePeriods";

const FacetPanel = lazy(() => import("./FacetPanel"));
const PeriodPanel = lazy(() => import("./PeriodPanel"));

export function choose(key: FacetKey, values: readonly string[]) {
  const { [key]: _, ...others } = store.get().facets;
  store.choose({ facets: values.length > 0 ? { ...others, [key]: values } : others });
}

function toggle(key: FacetKey, value: string, on: boolean) {
  const chosen = (store.get().facets[key] ?? []).filter((one) => one !== value);
  choose(key, on ? [...chosen, value] : chosen);
}

/** The choices made most, each a chip: what is mine, and what is late. */
function useFrequent(): { key: FacetKey; value: string; name: string }[] {
  const { t } = useLingui();
  const { preferences } = useSession();
  const { data: office } = useOffice();
  const me = office?.people.find(({ name }) => name === preferences.name);
  return [
    ...(me ? [{ key: "person" as const, value: String(me.id), name: t`Mine` }] : []),
    { key: "flag", value: "overdue", name: t`Overdue` },
    { key: "flag", value: "at_risk", name: t`At risk` },
  ];
}

/** The chips under the heading: what is filtered by, each removable in place. */
export function Filters() {
  const { t } = useLingui();
  const { facets, over, view, group, period } = useChoice();
  const { all, filter, names } = useDeadlines();
  const words = useFacetWords(names);
  const periods = usePeriods();
  const frequent = useFrequent();
  const active = facetKeys.flatMap((key) =>
    (facets[key] ?? [])
      .filter((value) => !frequent.some((one) => one.key === key && one.value === value))
      .map((value) => ({ key, value })),
  );
  const hidden = useMemo(() => hiddenAsOver(all, filter), [all, filter]);
  return (
    <>
      {frequent.map(({ key, value, name }) => (
        <ToggleChip
          key={value}
          pressed={facets[key]?.includes(value) ?? false}
          onChange={(on) => toggle(key, value, on)}
          removable
        >
          {name}
        </ToggleChip>
      ))}
      <ToggleChip pressed={over} onChange={(on) => store.choose({ over: on })}>
        {hidden > 0 ? t`Show done and passed (${hidden})` : t`Show done and passed`}
      </ToggleChip>
      <PanelButton label={t`Period`} icon={<CalendarRange size={15} aria-hidden />} panel={<PeriodPanel />}>
        {periods.named(period)}
      </PanelButton>
      <PanelButton
        label={t`Filters`}
        icon={<ListFilter size={15} aria-hidden />}
        panel={<FacetPanel all={all} filter={filter} names={names} />}
      >
        {t`Filters`}
      </PanelButton>
      {view === "list" && (
        <Select<Grouping>
          label={t`Group`}
          value={group}
          options={[
            { value: "week", label: t`by week` },
            { value: "month", label: t`by month` },
            { value: "none", label: t`not at all` },
          ]}
          onChange={(next) => store.choose({ group: next })}
        />
      )}
      {active.map(({ key, value }) => (
        <ToggleChip key={`${key} ${value}`} pressed removable onChange={() => toggle(key, value, false)}>
          {words[key].word(value)}
        </ToggleChip>
      ))}
      {isNarrowed(store.get()) && <Button tone="quiet" onClick={() => store.clear()}>{t`Clear all`}</Button>}
    </>
  );
}
