import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";

/** Tables and columns as a person calls them; what has no name here keeps its own. */
export function useFieldNames(): { table: (name: string) => string; field: (name: string) => string } {
  const { t } = useLingui();
  return useMemo(() => {
    const tables: Record<string, string> = {
      initiative: t`Initiative`,
      municipality: t`Municipality`,
      population: t`Population`,
      price_index: t`Price index`,
      saved_view: t`Saved view`,
    };
    const fields: Record<string, string> = {
      can_apply: t`Municipality can apply`,
      can_apply_place: t`Place in the agreement`,
      applicants: t`Applicants`,
      applicants_da: t`Applicants`,
      authority: t`Authority`,
      summary: t`Summary`,
      summary_da: t`Summary`,
      name: t`Name`,
      code: t`Code`,
      region: t`Region`,
      source: t`Source`,
      area: t`Area`,
      date: t`Day`,
      population: t`Inhabitants`,
      year: t`Year`,
      general_pct: t`Rise, pct.`,
      vintage: t`Edition`,
      screen: t`Screen`,
      definition: t`Choices`,
    };
    return { table: (name) => tables[name] ?? name, field: (name) => fields[name] ?? name };
  }, [t]);
}
