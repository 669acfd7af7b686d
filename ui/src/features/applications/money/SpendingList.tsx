import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import { type ReactNode, useMemo, useState } from "react";
import { needles } from "../../../fold";
import type { MoneyView, Spending } from "../../../ipc";
import { SearchField } from "../../../parts/SearchField";
import { Scrolled } from "../page/Scrolled";
import css from "./money.module.css";
import { SpendingRow } from "./SpendingRow";
import { lineNames, matching, newest, type Sort, type SortKey, sorted } from "./shown";
import { useRows } from "./useRows";

/** More than these are looked for by typing. */
const SEARCHED = 8;

/** All that is spent: sorted by any column, found by typing, drawn as far as it is in sight. */
export function SpendingList({
  view,
  editable,
  openId,
  form,
  onOpen,
  onRemove,
}: {
  view: MoneyView;
  editable: boolean;
  /** What is being corrected in its place. */
  openId: number | null;
  form: ReactNode;
  onOpen: (spending: Spending) => void;
  onRemove: (spending: Spending, next: Spending | undefined) => void;
}) {
  const { t } = useLingui();
  const [sort, setSort] = useState<Sort>(newest);
  const [typed, setTyped] = useState("");
  const names = useMemo(() => lineNames(view.lines), [view.lines]);
  const words = useMemo(() => needles(typed), [typed]);
  const rows = useMemo(
    () => sorted(matching(view.spending, words, names), sort, names),
    [view.spending, words, names, sort],
  );
  const { scroller, many, shown, before, after, measure } = useRows(rows.length);
  const columns: { key: SortKey; label: string; width?: number; end?: boolean }[] = [
    { key: "bookedOn", width: 92, label: t`Day` },
    { key: "voucher", width: 126, label: t`Voucher` },
    { key: "line", label: t`Line` },
    { key: "text", label: t`Text` },
    { key: "ledger", width: 130, label: t`Account` },
    { key: "hours", label: t`Hours`, width: 74, end: true },
    { key: "amount", label: t`Amount, DKK`, width: 124, end: true },
  ];
  const span = columns.length + (editable ? 1 : 0);
  if (view.spending.length === 0)
    return (
      <p className={css.empty}>
        {t`Nothing is entered yet. Enter voucher by voucher, or read in a sheet from the finance system: each row is charged to a line of the budget.`}
      </p>
    );
  const [count, all] = [rows.length, view.spending.length];
  return (
    <>
      {all > SEARCHED && (
        <div className={css.find}>
          <SearchField label={t`Find in what is spent`} value={typed} onChange={setTyped} />
          <span role="status" className={css.soft}>
            {count === all ? plural(all, { one: "# voucher", other: "# vouchers" }) : t`${count} of ${all}`}
          </span>
        </div>
      )}
      <Scrolled label={t`All that is spent`} tall={many} ref={scroller}>
        <table className={css.table} data-fixed-head={many || undefined} aria-rowcount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(({ key, label, width, end }) => {
                const on = sort.key === key;
                return (
                  <th
                    key={key}
                    scope="col"
                    style={{ width }}
                    data-end={end}
                    aria-sort={on ? (sort.down ? "descending" : "ascending") : undefined}
                  >
                    <button type="button" onClick={() => setSort({ key, down: on && !sort.down })}>
                      {label}
                      {on && (sort.down ? <ChevronDown size={13} aria-hidden /> : <ChevronUp size={13} aria-hidden />)}
                    </button>
                  </th>
                );
              })}
              {editable && <td className={css.tools} />}
            </tr>
          </thead>
          <tbody>
            {before > 0 && <tr aria-hidden style={{ height: before }} />}
            {shown.map((at) => {
              const one = rows[at];
              if (!one) return null;
              return one.id === openId ? (
                <tr key={one.id} ref={measure} data-index={at} aria-rowindex={at + 2}>
                  <td colSpan={span}>{form}</td>
                </tr>
              ) : (
                <SpendingRow
                  key={one.id}
                  one={one}
                  at={at}
                  measure={measure}
                  line={names.get(one.budgetLineId)}
                  editable={editable}
                  onOpen={() => onOpen(one)}
                  onRemove={() => onRemove(one, rows[at + 1] ?? rows[at - 1])}
                />
              );
            })}
            {after > 0 && <tr aria-hidden style={{ height: after }} />}
          </tbody>
        </table>
      </Scrolled>
    </>
  );
}
