import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useSession } from "../../app/session";
import { type Ruler, rulerFor } from "../../grid/measure";
import type { Column } from "../../grid/types";
import type { PeriodView, Unit } from "../../ipc";
import { type ColumnKey, columnsFor, NARROWEST_TITLE, periodWidth, span } from "./layout";
import type { Rows } from "./rows";
import { sumsOf } from "./view";

const FONT = '"IBM Plex Sans", system-ui, sans-serif';
export const rulers = {
  get text(): Ruler {
    return held("13px");
  },
  get gloss(): Ruler {
    return held("12px");
  },
  /** Words in the other columns. */
  get small(): Ruler {
    return held("12.5px");
  },
  get sum(): Ruler {
    return held("600 13px");
  },
};
const made = new Map<string, Ruler>();
function held(size: string): Ruler {
  const found = made.get(size) ?? rulerFor(`${size} ${FONT}`);
  made.set(size, found);
  return found;
}

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
    dut: t`DUT`,
    years: t`Years (${years})`,
    total: t`Total ${years}`,
    permanent: t`Permanent, per year`,
    authority: t`Responsible authority`,
    pools: t`Pools`,
    call: t`Next deadline`,
  };
}

const fixed: Record<Exclude<ColumnKey, "number" | "years" | "total" | "permanent">, number> = {
  title: NARROWEST_TITLE,
  area: 150,
  theme: 160,
  mechanism: 150,
  canApply: 114,
  dut: 44,
  authority: 170,
  pools: 54,
  call: 120,
};

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
  // Words change with the language, which `t` follows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `names` is made of `t`
  return useMemo(() => {
    const least = { year: 48, total: 60, permanent: 54 } as const;
    const widthOfPeriod = (period: PeriodView, at: number) =>
      periodWidth(rows, all, at, unit, least[period.kind], rulers.sum.width);
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
    const keys = columnsFor(chosen, room, widthOf, grouped);
    const others = keys.reduce((sum, key) => sum + (key === "title" ? 0 : widthOf(key)), 0);
    const title = Math.max(NARROWEST_TITLE, room - others);
    const narrow = room < 620;
    return keys.flatMap((key): Column[] => {
      if (key === "years" || key === "total" || key === "permanent") {
        return ofKind(key).map(({ period, at }) => ({
          key: period.key,
          title: period.year === null ? names[key] : String(period.year),
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
          width: key === "title" ? title : widthOf(key),
          pinned: key === "number" || (key === "title" && !narrow),
          names: key === "title",
          sorts: true,
        },
      ];
    });
  }, [rows, all, room, unit, grouped, chosen, t]);
}
