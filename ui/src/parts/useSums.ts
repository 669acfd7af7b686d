import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { useSession } from "../app/session";
import { formatAmount, formatAtAGlance, oere } from "../money";

/** An amount with its unit, as the person wants amounts: at a glance, or whole to the øre. */
export function useSums(): { glance: (amount: string) => string; whole: (amount: string) => string } {
  const { t } = useLingui();
  const { preferences, language } = useSession();
  const { unit } = preferences;
  const named = useCallback(
    (shown: string) => (unit === "mio" ? t`DKK ${shown}m` : t`DKK ${shown}`).replaceAll(" ", "\u00a0"),
    [unit, t],
  );
  return {
    glance: useCallback((amount) => named(formatAtAGlance(oere(amount), unit, language)), [named, unit, language]),
    whole: useCallback((amount) => named(formatAmount(oere(amount), unit, language)), [named, unit, language]),
  };
}
