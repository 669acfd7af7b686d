import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useSession } from "../../app/session";
import type { Column } from "../../grid/types";
import type { PeriodView, Unit } from "../../ipc";
import { type ColumnKey, columnsFor, NARROWEST_TITLE, periodWidth, span, widened } from "./layout";
import type { Rows } from "./rows";
import { ruler } from "./rulers";
import { sumsOf } from "./view";

/** Names of the columns as the menu and the headings say them. */
export function useColumnNames(periods: readonly PeriodView[]): Record<ColumnKey, string> {
  const { t } = useLingui();
  const years = span(periods);
  return {
    number: t`No.`,
    title: t`Initiative`,
    area: t`Area`,
    theme: t`Theme`,
    mechanism: t`Mechanism`,
    canApply: t`Municipality can apply`,
    status: t`Status with us`,
    applications: t`Our applications`,
    dut: t`DUT`,
    years: t`Years (${years})`,
    total: t`Total ${years}`,
    permanent: t`Permanent, per year`,
    authority: t`Responsible authority`,
    pools: t`Pools`,
    call: t`Next deadline`,
    left: t`Days to the deadline`,
    meeting: t`Last possible committee meeting`,
  };
}

const fixed: Record<Exclude<ColumnKey, "number" | "years" | "total" | "permanent">, number> = {
  title: NARROWEST_TITLE,
  area: 150,
  theme: 160,
  mechanism: 150,
  canApply: 114,
  status: 132,
  applications: 134,
  dut: 44,
  authority: 178,
  pools: 54,
  call: 120,
  left: 92,
  meeting: 150,
};

/** The columns that say nothing of any row. */
function bareOf(rows: Rows): ReadonlySet<ColumnKey> {
  const list = rows.register.initiatives;
  const bare = new Set<ColumnKey>(["call", "status", "applications"]);
  if (list.some((row) => row.callState === "open")) bare.delete("call");
  if (list.some((row) => row.status !== null && row.status !== "not_assessed")) bare.delete("status");
  if (list.some((row) => row.applications.length > 0)) bare.delete("applications");
  return bare;
}

/** The columns that are shown, as wide as the room allows. */
export function useColumns(rows: Rows, room: number, unit: Unit, grouped: boolean): readonly Column[] {
  const { t } = useLingui();
  const { preferences } = useSession();
  const { periods } = rows.register;
  const names = useColumnNames(periods);
  const all = useMemo(
    () =>
      sumsOf(
        rows,
        Int32Array.from({ length: rows.count }, (_, row) => row),
      ),
    [rows],
  );
  const years = span(periods);
  const { columns: chosen } = preferences;
  const bare = useMemo(() => bareOf(rows), [rows]);
  // Words change with the language, which `t` follows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `names` is made of `t`
  return useMemo(() => {
    const titleOf = (period: PeriodView) =>
      period.kind === "year" ? String(period.year) : period.kind === "total" ? names.total : names.permanent;
    const widthOfPeriod = (period: PeriodView, at: number) => {
      // The longest word of the heading, with the arrow that says it is sorted by.
      const words = titleOf(period).split(" ").map(ruler("gloss").width);
      return periodWidth(rows, all, at, unit, Math.max(...words) + 22, ruler("sum").width);
    };
    const digits = String(rows.register.initiatives.at(-1)?.number ?? 0).length;
    const ofKind = (key: ColumnKey) =>
      periods
        .map((period, at) => ({ period, at }))
        .filter(({ period }) => period.kind === (key === "years" ? "year" : key));
    const widthOf = (key: ColumnKey): number => {
      // Room for the number and the D beside it.
      if (key === "number") return 29 + digits * 8;
      if (key === "years" || key === "total" || key === "permanent")
        return ofKind(key).reduce((sum, { period, at }) => sum + widthOfPeriod(period, at), 0);
      return fixed[key];
    };
    const keys = columnsFor(chosen, room, widthOf, grouped, bare);
    const others = keys.reduce((sum, key) => sum + (key === "title" ? 0 : widthOf(key)), 0);
    const extra = widened(keys, room - others);
    const title = Math.max(NARROWEST_TITLE, room - others - [...extra.values()].reduce((sum, more) => sum + more, 0));
    const narrow = room < 620;
    return keys.flatMap((key): Column[] => {
      if (key === "years" || key === "total" || key === "permanent") {
        return ofKind(key).map(({ period, at }) => ({
          key: period.key,
          title: titleOf(period),
          heading:
            period.kind === "total" ? (
              <>
                {t`Total`} <br />
                {years}
              </>
            ) : undefined,
          width: widthOfPeriod(period, at),
          align: "end",
          sorts: true,
        }));
      }
      return [
        {
          key,
          title: names[key],
          width: key === "title" ? title : widthOf(key) + (extra.get(key) ?? 0),
          pinned: key === "number" || (key === "title" && !narrow),
          names: key === "title",
          sorts: true,
        },
      ];
    });
  }, [rows, all, room, unit, grouped, bare, chosen, t]);
}
