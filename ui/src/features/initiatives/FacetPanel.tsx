import { useDeferredValue, useMemo } from "react";
import { FacetSets } from "../../parts/FacetSets";
import { choose } from "./Filters";
import { countOptions } from "./facets";
import { useFacetWords } from "./facetWords";
import { everything, store, useRegister } from "./store";

/** Every facet with how many each option would show; counted only while the panel is open. */
export default function FacetPanel() {
  const words = useFacetWords();
  const facets = useRegister((state) => state.choice.facets);
  const shown = useDeferredValue(useRegister((state) => state.shown));
  const counts = useMemo(() => shown && countOptions(shown.rows, shown.found, facets), [shown, facets]);
  if (!shown || !counts) return null;
  const sets = words.map(({ key, name, word }) => {
    const chosen = facets[key] ?? [];
    const { options } = shown.rows.facets.find((one) => one.key === key) ?? { options: [] };
    return {
      key,
      name,
      chosen,
      options: options
        .filter(({ value }) => used(shown.rows.codes[key], options, value) || chosen.includes(value))
        .map(({ value }) => ({ value, label: word(value), count: counts.get(key)?.get(value) ?? 0 })),
    };
  });
  return <FacetSets sets={sets} onChoose={choose} onClear={() => store.choose({ facets: everything.facets })} />;
}

const known = new WeakMap<Uint16Array, Map<string, boolean>>();

/** Whether any row of the register has the option at all; the rest are not offered. */
function used(
  codes: Uint16Array,
  options: readonly { value: string; takes: (code: number) => boolean }[],
  value: string,
): boolean {
  const held = known.get(codes) ?? new Map<string, boolean>();
  known.set(codes, held);
  const found = held.get(value);
  if (found !== undefined) return found;
  const option = options.find((one) => one.value === value);
  const any = option !== undefined && codes.some(option.takes);
  held.set(value, any);
  return any;
}
