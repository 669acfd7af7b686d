import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useSession } from "../../../app/session";
import { useWord } from "../../../format";
import type { BudgetView, Method } from "../../../ipc";
import { formatAmount } from "../../../money";
import type { SheetChoice, SheetColumn } from "../../../sheet/types";
import type { Col, Holds } from "./columns";
import { payers } from "./edits";
import { type Marked, markKey } from "./marks";
import { sides, sumRow } from "./rows";
import type { Sums } from "./sums";
import { lower, useNames } from "./useNames";

export const methods: readonly Method[] = ["amount", "units", "hours", "fte"];

/** Of a figure, and of what stands beside it in its cell. */
const DIGIT = 7.4;
const BESIDE = 27;
/** A mark, in figures. */
const MARK = 2.5;
/** “Mangler … kr.” and its mark, in figures. */
const WORDS = 12;
/** Widths change by steps, so that a figure more does not move everything. */
const STEP = 6;

const widths: Readonly<Record<Holds, number>> = {
  number: 38,
  text: 168,
  category: 96,
  method: 118,
  unit: 70,
  quantity: 70,
  rate: 84,
  amount: 92,
  year: 96,
  total: 104,
  note: 200,
};

/** Where there is room who pays stands whole. */
const ROOMY_CATEGORY = 230;

export type Choices = {
  /** The funder's categories. */
  cost: readonly SheetChoice[];
  /** Who pays. */
  financing: readonly SheetChoice[];
  method: readonly SheetChoice[];
};

/** What can be chosen in the cells. */
export function useChoices({ categories }: Pick<BudgetView, "categories">): Choices {
  const word = useWord();
  const { language } = useSession();
  const names = useNames();
  return useMemo(
    () => ({
      cost: categories.map(({ code, name }) => ({ value: code, label: (language === "en" && name.en) || name.da })),
      financing: payers.map((payer) => ({ value: payer, label: names.payer(payer) })),
      method: methods.map((method) => ({ value: method, label: word("method", method) })),
    }),
    [categories, language, names, word],
  );
}

/** The columns with their headings; those of amounts as wide as their largest sum. `roomy` where they need not be sparing. */
export function useColumns(
  cols: readonly Col[],
  sums: Sums,
  choices: Choices,
  period: NonNullable<BudgetView["sheet"]>["budget"]["period"],
  roomy: boolean,
  marks: ReadonlyMap<string, Marked>,
): readonly SheetColumn[] {
  const { t } = useLingui();
  const { language } = useSession();
  const names = useNames();
  const longest = cols.map((col) => {
    // Beside a sum that is marked stands its mark.
    const figures = sides.map((side) => {
      const mark = marks.has(markKey(sumRow(side).id, col.id)) ? MARK : 0;
      return formatAmount(sums.side(side, col), "kr", language).length + mark;
    });
    const gap = sums.gap(col);
    // The gap stands with its mark, where it says something, and where there is room in words.
    const said = gap !== null && gap !== 0 && closes(col) && (!sums.loose || col.holds === "total");
    const beside = roomy ? WORDS : MARK;
    return Math.max(...figures, said ? formatAmount(gap, "kr", language).length + beside : 0);
  });
  const fitted = longest.map((length) => Math.ceil((length * DIGIT + BESIDE) / STEP) * STEP).join();
  return useMemo(() => {
    const wide = fitted.split(",").map(Number);
    const headings: Readonly<Record<Holds, string>> = {
      number: t`No.`,
      text: t({ message: "Text", context: "of a budget line" }),
      category: t`Category · payer`,
      method: t`How it is made`,
      unit: t`Unit`,
      quantity: t`Quantity`,
      rate: t`Rate`,
      amount: t`Amount`,
      year: t`Year, total`,
      total: t`Total`,
      note: t`Note · money from`,
    };
    // Only where a year has more than its one amount do its columns need a heading over them.
    const several = (year: number) =>
      cols.filter((col) => money.has(col.holds) && col.holds !== "total" && col.year === year).length > 1;
    return cols.map((col, at): SheetColumn => {
      const { id, holds, year } = col;
      const heading = headings[holds];
      const least = roomy && holds === "category" ? ROOMY_CATEGORY : widths[holds];
      const width = Math.max(least, money.has(holds) && holds !== "quantity" ? (wide[at] ?? 0) : 0);
      const common = { id, width, kind: kinds[holds], choices: choicesOf(holds, choices) };
      if (!money.has(holds) || holds === "total")
        return {
          ...common,
          heading,
          spoken: heading,
          unit: holds === "total" ? t`DKK` : undefined,
          align: holds === "total" ? "end" : undefined,
          pinned: holds === "number" || holds === "text",
          names: holds === "text",
          grow: holds === "text",
          danish: holds === "text" || holds === "unit" || holds === "note",
        };
      const grouped = several(year);
      const part = holds === "year" ? "" : names.period(col.period, period);
      const named = names.year(year);
      const detail = part ? `${part}, ${lower(heading)}` : heading;
      const amount = part || (grouped ? heading : named);
      return {
        ...common,
        heading: holds === "amount" ? amount : detail,
        spoken: [named, part, holds === "amount" ? "" : lower(heading)].filter(Boolean).join(", "),
        unit: holds === "quantity" ? undefined : t`DKK`,
        align: "end",
        group: grouped ? named : undefined,
        measure: holds,
      };
    });
  }, [cols, fitted, choices, period, roomy, names, t]);
}

/** Columns of figures. */
const money: ReadonlySet<Holds> = new Set(["quantity", "rate", "amount", "year", "total"]);

/** Whether costs and financing should meet in a column: in a whole year and in all of them, not in each part of a year. */
export const closes = ({ holds, period }: Col): boolean =>
  holds === "year" || holds === "total" || (holds === "amount" && period === 0);

const kinds: Readonly<Record<Holds, SheetColumn["kind"]>> = {
  number: "computed",
  text: "text",
  category: "choice",
  method: "choice",
  unit: "text",
  quantity: "number",
  rate: "number",
  amount: "number",
  year: "computed",
  total: "computed",
  note: "text",
};

function choicesOf(holds: Holds, choices: Choices): readonly SheetChoice[] | undefined {
  if (holds === "method") return choices.method;
  // A line that is pasted below the last one chooses among both until it is there.
  return holds === "category" ? [...choices.cost, ...choices.financing] : undefined;
}
