import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { useSession } from "../../../app/session";
import { formatDate, formatPartialDate } from "../../../format";
import { formatAmount, oere } from "../../../money";

/** Amounts in whole kroner and days, as the head of the page writes them; nothing where there is none. */
export function useShown() {
  const { t } = useLingui();
  const { language } = useSession();
  const sum = useCallback(
    (amount: string | null) => {
      if (amount === null) return "";
      const kroner = formatAmount(oere(amount), "kr", language);
      return t`DKK ${kroner}`;
    },
    [language, t],
  );
  const day = useCallback((iso: string | null) => (iso ? formatDate(iso, language, "short") : ""), [language]);
  const partial = useCallback((iso: string | null) => (iso ? formatPartialDate(iso, language) : ""), [language]);
  const period = useCallback(
    (from: string | null, to: string | null) => {
      const [first, last] = [partial(from), partial(to)];
      if (first && last) return `${first} – ${last}`;
      if (first) return t`from ${first}`;
      return last && t`until ${last}`;
    },
    [partial, t],
  );
  return { sum, day, partial, period };
}
