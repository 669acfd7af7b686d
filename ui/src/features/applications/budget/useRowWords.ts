import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { useWord } from "../../../format";
import type { Budget } from "../../../ipc";
import type { Row } from "./rows";
import { useNames } from "./useNames";

/** What the rows are called: a side with its value added tax basis, a line by its text. */
export function useRowWords(): (row: Row, budget: Budget) => string {
  const { t } = useLingui();
  const word = useWord();
  const names = useNames();
  return useCallback(
    (row, budget) => {
      switch (row.is) {
        case "gap":
          return t`Financing missing`;
        case "group":
          return `${word("side", row.side)}, ${names.vat(row.side === "cost" ? budget.vat : budget.financingVat)}`;
        case "sum":
          return row.side === "cost" ? t`Costs, total` : t`Financing, total`;
        case "new":
          return row.side === "cost" ? t`New cost line` : t`New financing line`;
        case "line": {
          const { number, text, side, origin } = row.view.line;
          return text || (side === "financing" && origin) || t`line ${number}`;
        }
      }
    },
    [t, word, names],
  );
}
