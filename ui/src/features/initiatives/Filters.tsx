import { useLingui } from "@lingui/react/macro";
import ListFilter from "lucide-react/icons/list-filter";
import { lazy } from "react";
import { useAction } from "../../app/actions";
import { Button } from "../../parts/Button";
import { PanelButton } from "../../parts/PanelButton";
import { ToggleChip } from "../../parts/ToggleChip";
import type { Chosen } from "./facets";
import { useFacetWords } from "./facetWords";
import type { FacetKey } from "./rows";
import { everything, store, useRegister } from "./store";

const FacetPanel = lazy(() => import("./FacetPanel"));

/** The choices made most: each is one chip, on or off. */
const frequent: { key: FacetKey; values: readonly string[] }[] = [
  { key: "canApply", values: ["yes", "partner"] },
  { key: "callState", values: ["open"] },
  { key: "dut", values: ["yes"] },
];

const same = (chosen: readonly string[] | undefined, values: readonly string[]) =>
  chosen?.length === values.length && values.every((value) => chosen.includes(value));

export function choose(key: FacetKey, values: readonly string[]) {
  const { [key]: _, ...others } = store.get().choice.facets;
  store.choose({ facets: values.length > 0 ? { ...others, [key]: values } : others });
}

const isFrequent = (facets: Chosen, key: FacetKey) =>
  frequent.some((one) => one.key === key && same(facets[key], one.values));

export function Filters() {
  const { t } = useLingui();
  const facets = useRegister((state) => state.choice.facets);
  const grouped = useRegister((state) => state.choice.grouped);
  const words = useFacetWords();
  const names = [t`Municipality can apply`, t`Open call`, t`DUT`];
  const active = words.flatMap(({ key, word }) =>
    isFrequent(facets, key) ? [] : (facets[key] ?? []).map((value) => ({ key, value, label: word(value) })),
  );
  const any = Object.keys(facets).length > 0;
  useAction({
    id: "register.group",
    title: grouped ? t`Show one list without groups` : t`Group by area and theme`,
    group: t`Initiatives`,
    run: () => store.choose({ grouped: !grouped }),
  });
  return (
    <>
      {frequent.map(({ key, values }, at) => (
        <ToggleChip
          key={key}
          pressed={same(facets[key], values)}
          onChange={(pressed) => choose(key, pressed ? values : [])}
          removable
        >
          {names[at]}
        </ToggleChip>
      ))}
      <PanelButton label={t`Filters`} icon={<ListFilter size={15} aria-hidden />} panel={<FacetPanel />}>
        {t`Filters`}
      </PanelButton>
      {active.map(({ key, value, label }) => (
        <ToggleChip
          key={`${key} ${value}`}
          pressed
          removable
          onChange={() =>
            choose(
              key,
              (store.get().choice.facets[key] ?? []).filter((other) => other !== value),
            )
          }
        >
          {label}
        </ToggleChip>
      ))}
      {any && <Button tone="quiet" onClick={() => store.choose({ facets: everything.facets })}>{t`Clear all`}</Button>}
      <ToggleChip pressed={grouped} onChange={(pressed) => store.choose({ grouped: pressed })}>
        {t`Group`}
      </ToggleChip>
    </>
  );
}
