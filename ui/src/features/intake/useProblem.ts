import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import type { Error as CommandFailure } from "../../ipc";
import { errorWords } from "../../parts/ErrorText";

/** What is wrong with a cell, shorter than where a change was refused: nothing is kept here yet. */
export function useProblem(): (problem: CommandFailure) => string {
  const { t, i18n } = useLingui();
  return useCallback(
    (problem) => {
      const { found, expected } = problem.params;
      switch (problem.code) {
        case "field_invalid":
          return t`“${found}” is not understood. Write for example ${expected}.`;
        case "field_required":
          return t`Missing`;
        case "field_taken":
          return t`The same as ${found}`;
        case "period_reversed":
          return t`Ends before it begins`;
        default:
          return errorWords(problem, i18n.locale === "en" ? "en" : "da");
      }
    },
    [t, i18n.locale],
  );
}
