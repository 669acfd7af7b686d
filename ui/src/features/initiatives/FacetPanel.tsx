import { useLingui } from "@lingui/react/macro";
import { useDeferredValue, useMemo } from "react";
import { Button } from "../../parts/Button";
import { choose } from "./Filters";
import { countOptions } from "./facets";
import { useFacetWords } from "./facetWords";
import css from "./panels.module.css";
import { everything, store, useRegister } from "./store";

/** Every facet with how many each option would show; counted only while the panel is open. */
export default function FacetPanel() {
  const { t } = useLingui();
  const words = useFacetWords();
  const facets = useRegister((state) => state.choice.facets);
  const shown = useDeferredValue(useRegister((state) => state.shown));
  const counts = useMemo(() => shown && countOptions(shown.rows, shown.found, facets), [shown, facets]);
  if (!shown || !counts) return null;
  const any = Object.keys(facets).length > 0;
  return (
    <div className={css.facets}>
      <div className={css.sets}>
        {words.map(({ key, name, word }) => {
          const facet = shown.rows.facets.find((one) => one.key === key);
          const chosen = facets[key] ?? [];
          return (
            <fieldset key={key} className={css.set}>
              <legend>{name}</legend>
              {facet?.options
                .map(({ value }) => ({ value, count: counts.get(key)?.get(value) ?? 0 }))
                .filter(({ value }) => used(shown.rows.codes[key], facet.options, value) || chosen.includes(value))
                .map(({ value, count }) => (
                  <label key={value} data-none={count === 0 || undefined}>
                    <input
                      type="checkbox"
                      checked={chosen.includes(value)}
                      onChange={(event) =>
                        choose(key, event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
                      }
                    />
                    <span>{word(value)}</span>
                    <span className={css.count}>{count}</span>
                  </label>
                ))}
            </fieldset>
          );
        })}
      </div>
      <div className={css.foot}>
        <Button disabled={!any} onClick={() => store.choose({ facets: everything.facets })}>{t`Clear all`}</Button>
      </div>
    </div>
  );
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
