import type { ReactNode } from "react";
import css from "./Facts.module.css";

export type Fact = { label: string; value: ReactNode };

/** Labels and what stands against them. What has no value is left out, so a reader meets only what is known. */
export function Facts({ facts }: { facts: readonly (Fact | null)[] }) {
  const known = facts.filter(
    (fact): fact is Fact => fact !== null && fact.value !== null && fact.value !== false && fact.value !== "",
  );
  if (known.length === 0) return null;
  return (
    <dl className={css.facts}>
      {known.map(({ label, value }) => (
        <div key={label} className={css.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
