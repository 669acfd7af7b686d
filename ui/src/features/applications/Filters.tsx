import { useLingui } from "@lingui/react/macro";
import ListFilter from "lucide-react/icons/list-filter";
import { lazy } from "react";
import { Button } from "../../parts/Button";
import { PanelButton } from "../../parts/PanelButton";
import { ToggleChip } from "../../parts/ToggleChip";
import { everything, store, useChoice } from "./choice";
import { type FacetKey, type Filter, facetKeys, hiddenAsEnded, type Line } from "./shown";
import { useFacetWords } from "./useNames";

const FacetPanel = lazy(() => import("./FacetPanel"));

/** The choices made most: each is one chip, on or off. */
const frequent: readonly { key: FacetKey; value: string }[] = [
  { key: "appropriation", value: "open" },
  { key: "flag", value: "condition" },
];
const isFrequent = (key: FacetKey, value: string) => frequent.some((one) => one.key === key && one.value === value);

export function choose(key: FacetKey, values: readonly string[]) {
  const { [key]: _, ...others } = store.get().facets;
  store.choose({ facets: values.length > 0 ? { ...others, [key]: values } : others });
}

function toggle(key: FacetKey, value: string, on: boolean) {
  const chosen = (store.get().facets[key] ?? []).filter((one) => one !== value);
  choose(key, on ? [...chosen, value] : chosen);
}

type Props = {
  lines: readonly Line[];
  filter: Filter;
  /** What a figure elsewhere is called that these rows make. */
  of: string | null;
  /** Looks beyond those rows again. */
  onAll: () => void;
};

/** The chips under the heading: what is filtered by, each removable in place. */
export function Filters({ lines, filter, of, onAll }: Props) {
  const { t } = useLingui();
  const { facets, ended } = useChoice();
  const words = useFacetWords(lines);
  const names = [t`Appropriation missing`, t`Open condition`];
  const active = facetKeys.flatMap((key) =>
    (facets[key] ?? []).filter((value) => !isFrequent(key, value)).map((value) => ({ key, value })),
  );
  const hidden = hiddenAsEnded(lines, { ...filter, ended: false });
  const staged = (facets.stage?.length ?? 0) > 0;
  return (
    <>
      {filter.ids && (
        <ToggleChip pressed removable onChange={onAll}>
          {of ?? t`Only those chosen`}
        </ToggleChip>
      )}
      {frequent.map(({ key, value }, at) => (
        <ToggleChip
          key={value}
          pressed={facets[key]?.includes(value) ?? false}
          onChange={(on) => toggle(key, value, on)}
          removable
        >
          {names[at]}
        </ToggleChip>
      ))}
      {/* Where stages are chosen, or the rows are given, there is nothing hidden to show. */}
      {!staged && !filter.ids && (
        <ToggleChip pressed={ended} onChange={(on) => store.choose({ ended: on })}>
          {hidden > 0 ? t`Show ended (${hidden})` : t`Show ended`}
        </ToggleChip>
      )}
      <PanelButton
        label={t`Filters`}
        icon={<ListFilter size={15} aria-hidden />}
        panel={<FacetPanel lines={lines} filter={filter} />}
      >
        {t`Filters`}
      </PanelButton>
      {active.map(({ key, value }) => (
        <ToggleChip key={`${key} ${value}`} pressed removable onChange={() => toggle(key, value, false)}>
          {words[key].word(value)}
        </ToggleChip>
      ))}
      {Object.keys(facets).length > 0 && (
        <Button tone="quiet" onClick={() => store.choose({ facets: everything.facets })}>{t`Clear all`}</Button>
      )}
    </>
  );
}
