import type { ApplicationView, Effect, EffectYear } from "../../../ipc";

/** A new year of an effect: the one after the last, with the same figures; the first is the project's first, or that of the view. */
export function nextYear(
  effect: Effect,
  years: readonly EffectYear[],
  { application, asOf }: Pick<ApplicationView, "application" | "asOf">,
): EffectYear {
  const last = years.at(-1);
  const byPersons = effect.method === "persons";
  const begins = Number((application.periodStart ?? asOf).slice(0, 4));
  return {
    id: 0,
    version: 0,
    effectId: effect.id,
    year: last ? last.year + 1 : begins,
    persons: byPersons ? (last?.persons ?? null) : null,
    months: byPersons ? (last?.months ?? "12") : null,
    rate: byPersons ? (last?.rate ?? null) : null,
    amount: byPersons ? null : (last?.amount ?? null),
  };
}
