import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import type { PoolView } from "../../ipc";
import { formatAmount, oere, sameAmount } from "../../money";

/** Amounts in the person's unit: the bare figure for a column, and the figure with its unit for a sentence. */
export function useAmounts() {
  const { t } = useLingui();
  const { preferences, language } = useSession();
  const { unit } = preferences;
  const figure = (amount: string | null) => formatAmount(amount === null ? null : oere(amount), unit, language);
  const sum = (amount: string) => {
    const shown = figure(amount);
    return unit === "mio" ? t`DKK ${shown}m` : t`DKK ${shown}`;
  };
  // Never broken inside a narrow heading.
  const heading = (unit === "mio" ? t`DKK m` : t`DKK`).replaceAll(" ", "\u00a0");
  return { figure, sum, heading };
}

/** What a pool's calls announced that is not what the agreement set aside; nothing where either is not stated. */
export function differingCalls(pool: PoolView): { title: string; agreed: string; announced: string }[] {
  const agreed = pool.amount;
  if (agreed === null) return [];
  return pool.calls.flatMap((call) =>
    call.amount === null || sameAmount(oere(agreed), oere(call.amount))
      ? []
      : [{ title: call.title, agreed, announced: call.amount }],
  );
}
