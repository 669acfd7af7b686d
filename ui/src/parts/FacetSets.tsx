import { useLingui } from "@lingui/react/macro";
import { Button } from "./Button";
import css from "./panels.module.css";

export type FacetSet<Key extends string> = {
  key: Key;
  name: string;
  options: readonly { value: string; label: string; count: number }[];
  chosen: readonly string[];
};

/** Every facet of a list with how many each option would show. */
export function FacetSets<Key extends string>({
  sets,
  onChoose,
  onClear,
}: {
  sets: readonly FacetSet<Key>[];
  onChoose: (key: Key, values: readonly string[]) => void;
  onClear: () => void;
}) {
  const { t } = useLingui();
  const any = sets.some(({ chosen }) => chosen.length > 0);
  return (
    <div className={css.facets}>
      <div className={css.sets}>
        {sets.map(({ key, name, options, chosen }) => (
          <fieldset key={key} className={css.set}>
            <legend>{name}</legend>
            {options.map(({ value, label, count }) => (
              <label key={value} data-none={count === 0 || undefined}>
                <input
                  type="checkbox"
                  checked={chosen.includes(value)}
                  onChange={(event) =>
                    onChoose(key, event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
                  }
                />
                <span>{label}</span>
                <span className={css.count}>{count}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <div className={css.foot}>
        <Button disabled={!any} onClick={onClear}>{t`Clear all`}</Button>
      </div>
    </div>
  );
}
