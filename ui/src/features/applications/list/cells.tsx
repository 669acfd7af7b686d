import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useSession } from "../../../app/session";
import { formatDays, formatPartialDate, formatWorkingDays, useWord } from "../../../format";
import lines from "../../../grid/lines.module.css";
import type { Column, Copied } from "../../../grid/types";
import type { NextDay } from "../../../ipc";
import { formatAmount, sheetAmount } from "../../../money";
import { DanishText } from "../../../parts/DanishText";
import { isCountable } from "../../../parts/days/DaysLeft";
import { flagLooks, useDayName } from "../../../parts/days/looks";
import { NoFigure } from "../../../parts/Figure";
import { Mark } from "../../../parts/Mark";
import { AppropriationMark, ApprovalMark, StageMark } from "../../../parts/marks";
import type { Line } from "../shown";
import type { ColumnKey } from "./columns";

type Text = (line: Line) => { text: string; more?: string };

/** What the columns of words say of an application, on one line and, softer, on a second. */
export function useTexts(): Partial<Record<ColumnKey, Text>> {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const name = useDayName();
  return useMemo(() => {
    const day = (iso: string) => formatPartialDate(iso, language, "short");
    const near = ({ on, days, workingDays }: NextDay) =>
      isCountable(days) ? `${day(on)}, ${formatWorkingDays(days, workingDays, language)}` : day(on);
    return {
      title: ({ row }) => ({ text: row.title }),
      funder: ({ row }) => ({ text: row.funder }),
      pool: ({ row }) => ({
        text: row.pool ?? "",
        more: row.initiative === null ? undefined : t`initiative ${row.initiative}`,
      }),
      stage: ({ row }) => ({
        text: word("stage", row.stage),
        more: row.stageSince ? day(row.stageSince) : t`date not stated`,
      }),
      approval: ({ row }) => ({ text: word("approval_state", row.approval) }),
      appropriation: ({ row }) => ({ text: word("appropriation_state", row.appropriation) }),
      department: ({ row }) => ({ text: row.department ?? "" }),
      committees: ({ row }) => ({ text: row.committees.join(", ") }),
      owner: ({ row }) => ({ text: row.owner ?? "" }),
      period: ({ row }) => ({
        text: row.periodStart ? day(row.periodStart) : "",
        more: row.periodEnd ? `– ${day(row.periodEnd)}` : undefined,
      }),
      next: ({ row: { next } }) => ({
        text: next ? name(next) : "",
        more: next ? near(next) : undefined,
      }),
      deadline: ({ row }) => ({
        text: row.deadline ? day(row.deadline) : "",
        more: row.daysLeft === null ? undefined : formatDays(row.daysLeft, language),
      }),
      tasks: ({ row }) => {
        const open = plural(row.tasksOpen, { one: "# open", other: "# open" });
        const waiting = row.waitingFor.join(", ");
        return {
          text: row.tasksOpen > 0 ? open : "",
          more: waiting ? t`awaits ${waiting}` : undefined,
        };
      },
      differences: ({ row }) => ({ text: row.discrepancies > 0 ? String(row.discrepancies) : "" }),
    };
  }, [language, word, name, t]);
}

/** Words a person wrote: Danish in both languages. */
const danish: ReadonlySet<string> = new Set(["title", "funder", "pool", "department", "committees"]);

/** How an application is drawn and copied. */
export function useCells(lineOf: ReadonlyMap<number, Line>) {
  const { t } = useLingui();
  const { preferences, language } = useSession();
  const { unit } = preferences;
  const texts = useTexts();
  const word = useWord();
  return useMemo(() => {
    const figure = (amount: number | null) =>
      amount === null ? <NoFigure /> : <span>{formatAmount(amount, unit, language)}</span>;
    const amounts = (line: Line, key: "requested" | "awarded") => {
      const ours = key === "requested" ? line.ourRequested : line.ourAwarded;
      if (ours === line[key]) return figure(line[key]);
      const part = formatAmount(ours, unit, language);
      return (
        <span className={lines.two}>
          {figure(line[key])}
          <span className={lines.more}>{t`ours ${part}`}</span>
        </span>
      );
    };
    const marked = (line: Line, key: string) => {
      const { row } = line;
      if (key === "stage") return <StageMark stage={row.stage} />;
      if (key === "approval") return <ApprovalMark state={row.approval} />;
      if (key === "appropriation") return <AppropriationMark state={row.appropriation} />;
      if (key === "next" && row.next?.flag) {
        const { tone, Icon } = flagLooks[row.next.flag.flag];
        const text = texts.next?.(line).text;
        return (
          <Mark tone={tone} icon={<Icon size={14} role="img" aria-label={word("flag", row.next.flag.flag)} />}>
            {text}
          </Mark>
        );
      }
      if (key === "deadline" && row.daysLeft !== null && row.daysLeft <= 30 && row.daysLeft >= 0)
        return <Mark tone="warn">{texts.deadline?.(line).text}</Mark>;
      if (key === "tasks" && row.tasksOverdue > 0) {
        const late = row.tasksOverdue;
        const open = row.tasksOpen;
        return <Mark tone="bad">{t`${late} of ${open} overdue`}</Mark>;
      }
      if (key === "differences" && row.discrepancies > 0) return <Mark tone="warn">{row.discrepancies}</Mark>;
      return null;
    };
    /** A flag's word says why beside it. */
    const hint = ({ row }: Line, key: string, text: string, more: string | undefined) => {
      const flag = key === "next" ? row.next?.flag : null;
      const why = flag && `${word("flag", flag.flag)}: ${flag.reason[language]}`;
      return [text, more, why].filter(Boolean).join(" · ");
    };
    const cell = (item: number, column: Column) => {
      const line = lineOf.get(item);
      if (!line) return null;
      switch (column.key) {
        case "requested":
        case "awarded":
          return amounts(line, column.key);
        case "ourRequested":
        case "ourAwarded":
          return figure(line[column.key]);
        default: {
          const { text, more } = texts[column.key as ColumnKey]?.(line) ?? { text: "" };
          const shown = marked(line, column.key) ?? (danish.has(column.key) ? <DanishText>{text}</DanishText> : text);
          return (
            <span className={lines.two} title={hint(line, column.key, text, more)} data-key={column.key}>
              <span className={lines.first} data-alone={more ? undefined : true}>
                {shown}
              </span>
              {more && <span className={lines.more}>{more}</span>}
            </span>
          );
        }
      }
    };
    const copied = (item: number, column: Column): Copied => {
      const line = lineOf.get(item);
      if (!line) return { text: "" };
      switch (column.key) {
        case "requested":
        case "awarded":
        case "ourRequested":
        case "ourAwarded":
          return { text: sheetAmount(line[column.key], unit), figure: true };
        default: {
          const { text, more } = texts[column.key as ColumnKey]?.(line) ?? { text: "" };
          return { text: column.key === "stage" ? text : [text, more].filter(Boolean).join(" ") };
        }
      }
    };
    return { cell, copied };
  }, [lineOf, texts, word, unit, language, t]);
}
