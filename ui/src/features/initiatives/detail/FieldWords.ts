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
  summary_da: "summary",
};

/** A changed column in words: its name, and a value of it. What no form offers is shown as it stands. */
export function useColumnWords() {
  const names = useFieldNames();
  const word = useWord();
  const name = (column: string) => {
    const key = columns[column];
    return key ? names[key] : column;
  };
  const value = (column: string, text: string) => (column === "can_apply" ? word("can_apply", text) : text);
  return { name, value };
}
