import { useLingui } from "@lingui/react/macro";
import { useCallback, useMemo } from "react";
import { useSession } from "../../app/session";
import { formatNumber } from "../../format";
import type { ExposureView } from "../../ipc";
import { formatAtAGlance, sheetAmount } from "../../money";
import { useSums } from "../../parts/useSums";
import { decimalsOf, isMoney, type Measure, yearKind } from "./measures";

/** What a measure is called, and how it is made. */
export function useMeasureWords(): Record<Measure, { name: string; how: string }> {
  const { t } = useLingui();
  return useMemo(
    () => ({
      granted: {
        name: t`Granted`,
        how: t`Our part of the grant in the budgets that are in force, by the year it is given for.`,
      },
      pending: {
        name: t`Applied for and not answered`,
        how: t`Our part of the grant in the budgets of applications that are not answered.`,
      },
      ownCash: {
        name: t`Own cash, promised`,
        how: t`Own financing from an existing budget or by a new appropriation, in budgets that are in force.`,
      },
      ownStaff: {
        name: t`Own staff, promised`,
        how: t`Hours of existing staff in money, in budgets that are in force.`,
      },
      own: {
        name: t`Own financing, promised`,
        how: t`Own cash and own staff in budgets that are in force.`,
      },
      ownCashPending: {
        name: t`Own cash, if granted`,
        how: t`Own financing from an existing budget or by a new appropriation that follows if the applications not answered are granted.`,
      },
      ownStaffPending: {
        name: t`Own staff, if granted`,
        how: t`Hours of existing staff in money that follow if the applications not answered are granted.`,
      },
      ownAll: {
        name: t`Own financing, if all is granted`,
        how: t`What is promised, and what follows if every application not answered is granted.`,
      },
      ownHours: {
        name: t`Own hours`,
        how: t`Hours of own staff, promised and if granted.`,
      },
      ownFte: {
        name: t`Own full-time years`,
        how: t`The hours of own staff in full-time years, as the municipality counts one.`,
      },
      gap: {
        name: t`Financing missing`,
        how: t`What nobody pays: costs less financing, where financing is missing.`,
      },
    }),
    [t],
  );
}

/** A figure as the person reads it: at a glance in a table, whole where it is opened. */
export function useFigures() {
  const { t } = useLingui();
  const { preferences, language } = useSession();
  const { unit } = preferences;
  const { whole } = useSums();
  const quantity = useCallback(
    (value: number, most: number) => formatNumber(value / 10_000, language, Math.min(most, decimalsOf(value))),
    [language],
  );
  return useMemo(
    () => ({
      glance: (measure: Measure, value: number) =>
        isMoney(measure) ? formatAtAGlance(value, unit, language) : quantity(value, measure === "ownFte" ? 2 : 1),
      whole: (measure: Measure, value: number) => {
        if (measure === "ownHours") return t`${quantity(value, 2)} hours`;
        if (measure === "ownFte") return t`${quantity(value, 4)} full-time years`;
        return whole(value);
      },
      /** For a sheet: a decimal comma, and nothing between thousands. */
      sheet: (measure: Measure, value: number) =>
        isMoney(measure) ? sheetAmount(value, unit) : String(value / 10_000).replace(".", ","),
      /** The unit of a measure, to stand beside its name. */
      unit: (measure: Measure) =>
        measure === "ownHours"
          ? t`hours`
          : measure === "ownFte"
            ? t`full-time years`
            : // Never broken inside a narrow heading.
              (unit === "mio" ? t`DKK m` : t`DKK`).replaceAll(" ", "\u00a0"),
    }),
    [t, quantity, whole, unit, language],
  );
}

/** The years as headings: the year, and what it is to the day. */
export function useYears(view: ExposureView): { name: string; gloss: string }[] {
  const { t } = useLingui();
  return useMemo(() => {
    const glosses = {
      unallotted: t`to years`,
      earlier: t`earlier`,
      budget: t`budget year`,
      estimate: t`estimate year`,
      later: t`later`,
    };
    return view.years.map((year) => ({
      name: year === 0 ? t`Not allotted` : String(year),
      gloss: glosses[yearKind(year, view.asOf)],
    }));
  }, [t, view]);
}
