import type { Language } from "../../ipc";
import { words } from "../../ipc/words";
import { poolStatuses, stages } from "../../parts/standing/orders";
import { callStates, canApplyCodes, type Rows } from "./rows";

export type Sort = { column: string; down: boolean } | null;

/** The rank of every row in a text column; equal texts share one. */
function ranks(texts: readonly string[], language: Language): Float64Array {
  const collator = new Intl.Collator(language, { numeric: true });
  const distinct = [...new Set(texts)].sort(collator.compare);
  const place = new Map(distinct.map((text, at) => [text, text === "" ? Number.NaN : at]));
  return Float64Array.from(texts, (text) => place.get(text) ?? Number.NaN);
}

const word = (code: string, language: Language) => words[code]?.[language === "da" ? 0 : 1] ?? code;

/** What a column is sorted by; NaN where the row has nothing, which always stands last. */
function keysOf(rows: Rows, column: string, language: Language): Float64Array {
  const { register, amounts, periods } = rows;
  const list = register.initiatives;
  const period = register.periods.findIndex((one) => one.key === column);
  if (period >= 0) return Float64Array.from(list, (_, row) => amounts[row * periods + period] ?? Number.NaN);
  switch (column) {
    case "title":
      // The official title is Danish in both languages, and so is its order.
      return ranks(
        list.map((row) => row.title.da),
        "da",
      );
    case "area":
      return Float64Array.from(rows.codes.area);
    case "theme":
      return Float64Array.from(rows.codes.theme);
    case "mechanism":
      return ranks(
        list.map((row) => row.mechanisms.map((one) => word(`mechanism.${one}`, language)).join(", ")),
        language,
      );
    case "canApply":
      return Float64Array.from(list, (row) => {
        const own = canApplyCodes.indexOf(row.canApply);
        const pool = row.poolCanApply ? canApplyCodes.indexOf(row.poolCanApply) : canApplyCodes.length;
        return Math.min(own, pool) * 10 + own;
      });
    case "status":
      return Float64Array.from(list, (row) => (row.status === null ? Number.NaN : poolStatuses.indexOf(row.status)));
    case "applications":
      // By the application that is furthest on; an end counts least of the stages.
      return Float64Array.from(list, (row) =>
        row.applications.length === 0
          ? Number.NaN
          : Math.min(...row.applications.map(({ stage }) => stages.indexOf(stage))),
      );
    case "dut":
      return Float64Array.from(rows.codes.dut);
    case "authority":
      return ranks(
        list.map((row) => row.authority),
        "da",
      );
    case "pools":
      return Float64Array.from(list, (row) => row.pools || Number.NaN);
    case "call":
      return ranks(
        list.map(
          (row) => row.nextDeadline ?? (row.callState === "none" ? "" : `~${callStates.indexOf(row.callState)}`),
        ),
        "da",
      );
    case "left":
      return Float64Array.from(list, (row) => row.daysLeft ?? Number.NaN);
    case "meeting":
      return ranks(
        list.map((row) => row.plan?.meetingOn ?? ""),
        "da",
      );
    default:
      return Float64Array.from(list, (row) => row.number);
  }
}

/** Rows in the order shown: by area and theme when grouped, within them by the sorted column, and always by number last. */
export function orderOf(rows: Rows, sort: Sort, grouped: boolean, language: Language): Int32Array {
  const order = Int32Array.from({ length: rows.count }, (_, row) => row);
  const keys = sort ? keysOf(rows, sort.column, language) : null;
  const turn = sort?.down ? -1 : 1;
  const { leaf } = rows;
  return order.sort((one, other) => {
    if (grouped) {
      const apart = (leaf[one] ?? 0) - (leaf[other] ?? 0);
      if (apart !== 0) return apart;
    }
    if (keys) {
      const a = keys[one] ?? Number.NaN;
      const b = keys[other] ?? Number.NaN;
      const noA = Number.isNaN(a);
      const noB = Number.isNaN(b);
      if (noA !== noB) return noA ? 1 : -1;
      if (!noA && a !== b) return (a - b) * turn;
    }
    return one - other;
  });
}
