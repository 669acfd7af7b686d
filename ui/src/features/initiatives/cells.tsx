import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useSession } from "../../app/session";
import { formatDate, formatDays, useWord } from "../../format";
import type { Column, Copied } from "../../grid/types";
import type { InitiativeRow, Unit } from "../../ipc";
import { formatAmount, sheetAmount } from "../../money";
import { DanishText } from "../../parts/DanishText";
import { NoFigure, Unseen } from "../../parts/Figure";
import { PoolStatusMark } from "../../parts/marks";
import { CanApplyMark } from "../../parts/pool/CanApplyMark";
import css from "./initiatives.module.css";
import { precisionOf } from "./layout";
import type { Rows } from "./rows";

/** What the columns of words say of a row. */
export type Texts = Readonly<Record<string, (row: InitiativeRow) => string>>;

/** Whether the pools say something else than the agreement, or more. */
export function poolsDiffer(row: InitiativeRow): boolean {
  if (row.pools === 0 || row.poolCanApply === null) return false;
  return row.poolCanApply !== row.canApply || (row.poolsCanApply > 0 && row.poolsCanApply < row.pools);
}

/** How an ordinary row is drawn and copied. Both are new only where every row must be drawn again. */
export function useCells(rows: Rows, unit: Unit, columns: readonly Column[]) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const ownDut = columns.some((column) => column.key === "dut");
  return useMemo(() => {
    const { register } = rows;
    const list = register.initiatives;
    const precision = precisionOf(rows);
    const places = new Map(register.periods.map((period, at) => [period.key, at]));
    const areas = new Map(register.areas.map((area) => [area.id, area.name[language] || area.name.da]));
    const themes = new Map(register.themes.map((theme) => [theme.id, theme.title[language] || theme.title.da]));
    const amountAt = (item: number, period: number): number | null => {
      const amount = rows.amounts[item * rows.periods + period] ?? Number.NaN;
      return Number.isNaN(amount) ? null : amount;
    };
    /** What the pools say beside the agreement. */
    const ofPools = (row: InitiativeRow): string => {
      if (!poolsDiffer(row) || row.poolCanApply === null) return "";
      const { pools, poolsCanApply } = row;
      if (pools > 1 && poolsCanApply > 0) return t`${poolsCanApply} of ${pools} pools: yes`;
      const answer = word("can_apply", row.poolCanApply).toLowerCase();
      return t`pool: ${answer}`;
    };
    const call = (row: InitiativeRow): string => {
      if (row.nextDeadline) return formatDate(row.nextDeadline, language, "short");
      return row.callState === "none" ? "" : word("call_state", row.callState);
    };
    /** The last meeting before the deadline, or why there is none. */
    const meeting = ({ plan }: InitiativeRow): string => {
      if (!plan) return "";
      const { meetingOn, committee, state } = plan;
      const on = meetingOn && state !== "unreachable" ? formatDate(meetingOn, language, "short") : null;
      return `${on ?? word("plan_state", state)} (${committee})`;
    };
    const application = (row: InitiativeRow) =>
      row.applications.map(({ title, stage }) => `${title} (${word("stage", stage)})`).join("; ");
    /** The stages of our applications, with how many where there are several. */
    const stagesOf = (row: InitiativeRow): string => {
      const found = [...new Set(row.applications.map(({ stage }) => word("stage", stage)))].join(", ");
      const count = row.applications.length;
      return count > 1 ? `${count} · ${found}` : found;
    };
    const mechanism = (row: InitiativeRow) => row.mechanisms.map((one) => word("mechanism", one)).join(", ");
    const texts: Texts = {
      number: (row) => String(row.number),
      area: (row) => areas.get(row.areaId) ?? "",
      theme: (row) => (row.themeId === null ? "" : (themes.get(row.themeId) ?? "")),
      mechanism,
      authority: (row) => row.authority,
      pools: (row) => (row.pools > 0 ? String(row.pools) : ""),
      call,
      left: (row) => (row.daysLeft === null ? "" : formatDays(row.daysLeft, language)),
      meeting,
      dut: (row) => (row.dut ? "D" : ""),
      status: (row) => (row.status === null ? "" : word("pool_status", row.status)),
      applications: stagesOf,
      canApply: (row) => [word("can_apply", row.canApply), ofPools(row)].filter(Boolean).join(" · "),
      title: (row) => row.title.da,
    };
    const dut = (
      <abbr title={t`To be DUT-negotiated`} aria-label={t`DUT`} className={css.dut}>
        D
      </abbr>
    );

    const cell = (item: number, column: Column) => {
      const row = list[item];
      if (!row) return null;
      const period = places.get(column.key);
      if (period !== undefined) {
        const amount = amountAt(item, period);
        return amount === null ? <NoFigure /> : formatAmount(amount, unit, language, precision);
      }
      switch (column.key) {
        case "number":
          return (
            <span className={css.number}>
              {row.number}
              {row.dut && !ownDut && dut}
            </span>
          );
        case "title":
          return (
            <span className={css.titles} title={row.title.da}>
              <span className={css.title}>
                <DanishText>{row.title.da}</DanishText>
              </span>
              {language === "en" && row.title.en && <span className={css.gloss}>{row.title.en}</span>}
            </span>
          );
        case "canApply": {
          const pools = ofPools(row);
          return (
            <span className={css.answer}>
              <CanApplyMark canApply={row.canApply} />
              {pools && <span className={css.second}>{pools}</span>}
            </span>
          );
        }
        case "status":
          return (
            row.status && (
              <span className={css.words}>
                <PoolStatusMark status={row.status} />
              </span>
            )
          );
        case "applications": {
          const titles = application(row);
          return (
            <span className={css.words} title={titles}>
              {stagesOf(row)}
              {titles && <Unseen>: {titles}</Unseen>}
            </span>
          );
        }
        case "dut":
          return row.dut ? dut : null;
        case "authority":
          return (
            <span className={css.words} title={row.authority}>
              <DanishText>{row.authority}</DanishText>
            </span>
          );
        case "pools":
          return <span className={css.pools}>{row.pools || ""}</span>;
        case "meeting":
          return (
            <span className={css.words} title={row.plan?.sentence[language]}>
              {meeting(row)}
            </span>
          );
        default: {
          const text = texts[column.key]?.(row) ?? "";
          return (
            <span className={css.words} title={text}>
              {text}
            </span>
          );
        }
      }
    };

    const copied = (item: number, column: Column): Copied => {
      const row = list[item];
      const period = places.get(column.key);
      if (period !== undefined) return { text: sheetAmount(amountAt(item, period), unit, precision), figure: true };
      // A copied row says which applications they are.
      if (row && column.key === "applications") return { text: application(row), figure: false };
      return { text: row ? (texts[column.key]?.(row) ?? "") : "", figure: column.key === "number" };
    };
    return { cell, copied, texts };
  }, [rows, unit, language, ownDut, word, t]);
}
