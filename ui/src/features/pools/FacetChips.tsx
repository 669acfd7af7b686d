import { useId } from "react";
import { useWord } from "../../format";
import { ToggleChip } from "../../parts/ToggleChip";
import css from "./Pools.module.css";
import { counts, type Line } from "./shown";

type Props<T extends string> = {
  /** Group of the words of its values. */
  group: string;
  label: string;
  order: readonly T[];
  lines: readonly Line[];
  of: (line: Line) => T | undefined;
  chosen: readonly T[];
  onChange: (chosen: readonly T[]) => void;
};

/** The values of one facet that some pool has, with how many. */
export function FacetChips<T extends string>({ group, label, order, lines, of, chosen, onChange }: Props<T>) {
  const word = useWord();
  const id = useId();
  const found = counts(lines, of);
  return (
    <fieldset className={css.facet} aria-labelledby={id}>
      <span id={id} className={css.facetName}>
        {label}
      </span>
      {order
        .filter((value) => found.has(value) || chosen.includes(value))
        .map((value) => (
          <ToggleChip
            key={value}
            pressed={chosen.includes(value)}
            onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))}
          >
            {word(group, value)} <span className={css.chipCount}>{found.get(value) ?? 0}</span>
          </ToggleChip>
        ))}
    </fieldset>
  );
}
