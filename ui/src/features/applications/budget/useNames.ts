import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useSession } from "../../../app/session";
import { formatPartialDate, useWord } from "../../../format";
import type { Budget, BudgetVersion, Language, Vat } from "../../../ipc";
import type { Payer } from "./edits";

/** What the things of a budget are called. */
export function useNames() {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  return useMemo(() => {
    const payer = (which: Payer): string => {
      const [source = "", form] = which.split(".");
      const own = word("source", "own");
      return form ? `${own}: ${lower(word("own_form", form))}` : word("source", source);
    };
    const period = (at: number, of: Budget["period"]): string => {
      if (at === 0) return of === "year" ? "" : t`whole year`;
      if (of === "quarter") return t`Q${at}`;
      return of === "month" ? monthName(at, language) : String(at);
    };
    return {
      payer,
      period,
      year: (year: number) => (year === 0 ? t`Not allotted` : String(year)),
      vat: (vat: Vat) => lower(word("vat", vat)),
      /** Ændring 2; with a name of its own after it. */
      version: (versions: readonly BudgetVersion[], budget: Budget): string => {
        const alike = versions.filter((other) => other.budget.kind === budget.kind);
        const at = alike.findIndex((other) => other.budget.id === budget.id) + 1;
        const numbered = budget.kind === "amendment" || alike.length > 1;
        const name = word("budget_kind", budget.kind) + (numbered && at > 0 ? ` ${at}` : "");
        return budget.title ? `${name} · ${budget.title}` : name;
      },
      /** Kladde, or since when it holds. */
      standing: ({ budget, current }: BudgetVersion): string => {
        const on = budget.inForceOn && formatPartialDate(budget.inForceOn, language, "short");
        const since = on ? t`in force ${on}` : t`in force, day not known`;
        const parts = [budget.inForce ? since : t`draft`, current && t`holds now`, budget.letter];
        return parts.filter(Boolean).join(" · ");
      },
    };
  }, [t, word, language]);
}

/** For the middle of a line; an abbreviation such as VAT stays. */
export const lower = (text: string) => (/^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

const locales: Readonly<Record<Language, string>> = { da: "da-DK", en: "en-GB" };

function monthName(month: number, language: Language): string {
  const middle = new Date(Date.UTC(2020, month - 1, 15));
  return new Intl.DateTimeFormat(locales[language], { month: "short", timeZone: "UTC" }).format(middle);
}
