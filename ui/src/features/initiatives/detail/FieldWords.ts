import { useLingui } from "@lingui/react/macro";
import { useWord } from "../../../format";
import type { FieldKey } from "./draft";

/** The fields a person may correct, named the same in the form and in the history. */
export function useFieldNames(): Record<FieldKey, string> {
  const { t } = useLingui();
  return {
    canApply: t`Municipality can apply`,
    canApplyPlace: t`Stated in`,
    applicants: t`Applicants or recipients`,
    authority: t`Authority`,
    summary: t`Summary`,
  };
}

const columns: Readonly<Record<string, FieldKey>> = {
  can_apply: "canApply",
  can_apply_place: "canApplyPlace",
  applicants_da: "applicants",
  authority: "authority",
  summary: "summary",
};

/** A changed column in words: its name, and a value of it. What follows from another change has no name and is left out. */
export function useColumnWords() {
  const { t } = useLingui();
  const names = useFieldNames();
  const word = useWord();
  const name = (column: string): string | null => {
    if (column.startsWith("can_apply_reason")) return t`Reason`;
    const key = columns[column];
    return key ? names[key] : null;
  };
  const value = (column: string, text: string) => (column === "can_apply" ? word("can_apply", text) : text);
  return { name, value };
}
