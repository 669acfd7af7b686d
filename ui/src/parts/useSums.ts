import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useSession } from "../app/session";
import { formatAmount, formatAtAGlance, oere } from "../money";

/** An amount as it crosses from the program, or a sum of such in øre. */
type Sum = string | number;
const inOere = (sum: Sum) => (typeof sum === "number" ? sum : oere(sum));

/** An amount with its unit, as the person wants amounts: at a glance, or whole to the øre. */
export function useSums(): { glance: (sum: Sum) => string; whole: (sum: Sum) => string } {
  const { t } = useLingui();
  const { preferences, language } = useSession();
  const { unit } = preferences;
  return useMemo(() => {
    const named = (shown: string) => (unit === "mio" ? t`DKK ${shown}m` : t`DKK ${shown}`).replaceAll(" ", "\u00a0");
    return {
      glance: (sum) => named(formatAtAGlance(inOere(sum), unit, language)),
      whole: (sum) => named(formatAmount(inOere(sum), unit, language)),
    };
  }, [unit, language, t]);
}
