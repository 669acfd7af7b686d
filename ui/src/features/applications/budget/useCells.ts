import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { useSession } from "../../../app/session";
import { useWord } from "../../../format";
import type { Budget, Finding, LineView } from "../../../ipc";
import { formatAmount, oere, sheetAmount } from "../../../money";
import { formatDecimal } from "../../../parts/decimal";
import type { SheetCell } from "../../../sheet/types";
import { findingTone } from "../findings/FindingMark";
import type { Col } from "./columns";
import { payerOf } from "./edits";
import { type Marked, markKey } from "./marks";
import { isNameless, type Row } from "./rows";
import { amountIn, cellOf, type Sums } from "./sums";
import { type Choices, closes } from "./useColumns";
import { useNames } from "./useNames";
import { useRowWords } from "./useRowWords";

const NOTHING: SheetCell = { shown: "" };
/** Headings and sums are not typed in, and everyone sees why. */
const CLOSED = "";

/** What stands in the cells of the sheet; what is missing in words where they need not be sparing. */
export function useCells(
  sums: Sums,
  choices: Choices,
  marks: ReadonlyMap<string, Marked>,
  figures: boolean,
  budget: Budget,
  roomy: boolean,
): (row: Row, col: Col) => SheetCell {
  const { t } = useLingui();
  const { language } = useSession();
  const names = useNames();
  const rowWords = useRowWords();
  const word = useWord();
  return useCallback(
    (row, col) => {
      const { holds } = col;
      const kroner = (amount: number) => formatAmount(amount, "kr", language);
      const figure = (amount: number | null): SheetCell =>
        amount === null ? NOTHING : { shown: kroner(amount), edit: sheetAmount(amount, "kr") };

      const gap = (): SheetCell => {
        if (holds === "number") return { shown: rowWords(row, budget), tone: "strong" };
        const amount = closes(col) ? sums.gap(col) : null;
        if (amount === null) return NOTHING;
        const copied = sheetAmount(amount, "kr");
        if (amount === 0 && !(sums.loose && holds !== "total"))
          return { shown: t`Meets`, copied, tone: "ok", mark: { tone: "ok", words: t`Financing equals the costs` } };
        if (sums.loose && holds !== "total")
          return { shown: "–", tone: "soft", spoken: t`Cannot be said: part of the budget is not allotted to years` };
        const size = kroner(Math.abs(amount));
        const short = amount > 0;
        const words = short ? t`Lacks DKK ${size}` : t`DKK ${size} too much`;
        return {
          shown: roomy ? words : kroner(amount),
          spoken: words,
          copied,
          tone: short ? "bad" : "warn",
          mark: {
            tone: short ? "bad" : "warn",
            words: short ? t`Financing is less than the costs` : t`Financing is more than the costs`,
          },
        };
      };

      const line = (view: LineView): SheetCell => {
        const own = view.line;
        const reckoned = own.method !== "amount";
        switch (holds) {
          case "number":
            return { shown: String(own.number), tone: "soft" };
          case "text":
            if (isNameless(view))
              return {
                shown: t`without text`,
                edit: "",
                copied: "",
                tone: "soft",
                mark: { tone: "warn", words: t`Nothing says what this line is. Type a text.` },
              };
            // Of own staff often only the position is known: it tells the line from the others.
            return own.text === "" && own.origin !== ""
              ? { shown: own.origin, edit: "", copied: "", tone: "soft" }
              : { shown: own.text };
          case "category": {
            if (own.side === "cost") {
              const { label } = choices.cost.find(({ value }) => value === own.category) ?? { label: own.category };
              return { shown: label, edit: own.category, choices: choices.cost };
            }
            const payer = payerOf(own.source, own.ownForm);
            const name = payer && names.payer(payer);
            return { shown: own.inKind ? t`${name}, in kind` : name, edit: payer, choices: choices.financing };
          }
          case "method":
            return { shown: word("method", own.method), edit: own.method };
          case "unit":
            if (own.unit !== "" || own.method === "amount" || own.method === "units") return { shown: own.unit };
            return { shown: own.method === "hours" ? t`hours` : t`full-time years`, edit: "", tone: "soft" };
          case "quantity":
          case "rate": {
            const text = cellOf(view, col)?.[holds] ?? null;
            const shown = text === null ? "" : formatDecimal(text, language);
            const edit = text === null ? "" : formatDecimal(text, "da", false);
            const readOnly = t`This line is a typed amount. Choose under “How it is made” what it is reckoned of.`;
            return reckoned ? { shown, edit } : { shown, edit, readOnly };
          }
          case "amount": {
            const text = cellOf(view, col)?.amount ?? null;
            const shown = figure(text === null ? null : oere(text));
            if (!reckoned) return shown;
            const readOnly = figures
              ? t`This amount is quantity times rate. Type one of those.`
              : t`This amount is quantity times rate. Show “Quantities and rates” to type them.`;
            return { ...shown, readOnly };
          }
          case "year":
          case "total":
            return figure(amountIn(view, col));
          case "note":
            return { shown: own.side === "cost" ? own.note : own.origin };
        }
      };

      const stands = (): SheetCell => {
        if (row.is === "gap") return gap();
        if (row.is === "group") return holds === "number" ? { shown: rowWords(row, budget), tone: "strong" } : NOTHING;
        if (row.is === "sum") {
          if (holds === "number") return { shown: rowWords(row, budget), tone: "strong" };
          return {
            ...figure(holds === "quantity" || holds === "rate" ? null : sums.side(row.side, col)),
            tone: "strong",
          };
        }
        if (row.is === "line") return line(row.view);
        if (holds === "text") return { shown: t`New line`, edit: "", copied: "", tone: "soft" };
        return holds === "category" ? { shown: "", choices: choices[row.side] } : NOTHING;
      };

      const own = stands();
      const cell = row.is === "line" || row.is === "new" ? own : { ...own, readOnly: CLOSED };
      const marked = marks.get(markKey(row.id, col.id));
      if (!marked) return cell;
      const said = (finding: Finding) => (language === "en" && finding.text.en) || finding.text.da;
      return { ...cell, mark: { tone: findingTone(marked.state), words: marked.findings.map(said).join(" ") } };
    },
    [sums, choices, marks, figures, budget, roomy, names, rowWords, word, language, t],
  );
}
