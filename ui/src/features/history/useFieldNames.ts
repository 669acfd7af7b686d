import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useReference } from "../../app/municipality";
import { useSession } from "../../app/session";
import { formatDate, formatNumber, useWord } from "../../format";
import type { FieldChange } from "../../ipc";

/** Columns that say nothing to a person. */
const unsaid = new Set(["definition", "screen", "key"]);

export const says = (change: FieldChange): boolean => !unsaid.has(change.field);

/** Tables and columns as a person calls them; what has no name here keeps its own. */
export function useFieldNames(): { table: (name: string) => string; field: (change: FieldChange) => string } {
  const { t } = useLingui();
  return useMemo(() => {
    const tables: Record<string, string> = {
      agreement: t`Agreement`,
      data_file: t`Data file`,
      initiative: t`Initiative`,
      municipality: t`Municipality`,
      population: t`Population`,
      price_index: t`Price index`,
      saved_view: t`Saved view`,
    };
    const fields: Record<string, string> = {
      can_apply: t`Municipality can apply`,
      can_apply_place: t`Place in the agreement`,
      applicants_da: t`Applicants`,
      authority: t`Authority`,
      summary: t`Summary`,
      title: t`Title`,
      initiatives: t`Initiatives`,
      pools: t`Pools`,
      municipalities: t`Municipalities`,
      price_index: t`Years of the price index`,
      backup: t`Backup`,
      name: t`Name`,
      code: t`Code`,
      region: t`Region`,
      source: t`Source`,
      municipality_id: t`Municipality`,
      date: t`Day`,
      population: t`Inhabitants`,
      year: t`Year`,
      general_per_mille: t`Rise, pct.`,
      vintage: t`Edition`,
    };
    const field = ({ table, field: name }: FieldChange) =>
      // Of one place it is its people; of all that was read in, how many figures there are.
      name === "population" && table !== "population" ? t`Population figures` : (fields[name] ?? name);
    return { table: (name) => tables[name] ?? name, field };
  }, [t]);
}

/** A kept value as a person reads it: codes in words, figures and days in the reader's way. */
export function useValue(): (field: string, kept: string) => string {
  const { language } = useSession();
  const word = useWord();
  const { data } = useReference();
  return (field, kept) => {
    switch (field) {
      case "can_apply":
        return word("can_apply", kept);
      case "date":
        return /^\d{4}-\d\d-\d\d$/.test(kept) ? formatDate(kept, language, "short") : kept;
      case "population":
        return formatNumber(Number(kept), language);
      case "general_per_mille":
        return formatNumber(Number(kept) / 10, language, 1);
      case "municipality_id":
        return data?.municipalities.find((one) => String(one.id) === kept)?.name ?? kept;
      default:
        return kept;
    }
  };
}
