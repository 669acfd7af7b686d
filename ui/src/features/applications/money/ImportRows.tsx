import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../../app/session";
import type { SpendingImportPreview, SpendingImportRow, SpentLine } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { errorWords } from "../../../parts/ErrorText";
import { Mark } from "../../../parts/Mark";
import { Select } from "../../../parts/Select";
import { Kroner } from "../page/Kroner";
import { Scrolled } from "../page/Scrolled";
import { useShown } from "../page/shown";
import css from "./money.module.css";
import { isOut } from "./shown";
import { useRows } from "./useRows";

const OUT = "out";
const OPEN = "open";

/** The rows of the sheet as they are understood, each with the line it is charged to. */
export function ImportRows({
  preview,
  lines,
  onLine,
}: {
  preview: SpendingImportPreview;
  lines: readonly SpentLine[];
  /** Null leaves the row out. */
  onLine: (row: SpendingImportRow, line: number | null) => void;
}) {
  const { t } = useLingui();
  const { day } = useShown();
  const { rows } = preview;
  const { scroller, many, shown, before, after, measure } = useRows(rows.length);
  return (
    <Scrolled label={t`Rows of the sheet`} tall={many} ref={scroller}>
      <table className={css.table} data-fixed-head={many || undefined} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" style={{ width: 54 }} data-end>{t`Row`}</th>
            <th scope="col" style={{ width: 92 }}>{t`Day`}</th>
            <th scope="col" style={{ width: 104 }}>{t`Voucher`}</th>
            <th scope="col">{t`Text`}</th>
            <th scope="col" style={{ width: 112 }}>{t`Account`}</th>
            <th scope="col" style={{ width: 118 }} data-end>{t`Amount, DKK`}</th>
            <th scope="col">{t`Charged to`}</th>
            <th scope="col">{t`State`}</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {shown.map((at) => {
            const row = rows[at];
            if (!row) return null;
            return (
              <tr
                key={row.row}
                ref={measure}
                data-index={at}
                aria-rowindex={at + 2}
                data-soft={isOut(row) || undefined}
              >
                <th scope="row" data-end>
                  {row.row}
                </th>
                <td>{day(row.bookedOn) || "–"}</td>
                <td>{row.voucher || "–"}</td>
                <td>
                  <DanishText>{row.text}</DanishText>
                </td>
                <td>{row.ledger}</td>
                <td data-end>
                  <Kroner amount={row.amount} />
                </td>
                <td className={css.choice}>
                  {!row.known && <Choice row={row} lines={lines} onLine={(line) => onLine(row, line)} />}
                </td>
                <td>
                  <State row={row} />
                </td>
              </tr>
            );
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Choice({
  row,
  lines,
  onLine,
}: {
  row: SpendingImportRow;
  lines: readonly SpentLine[];
  onLine: (line: number | null) => void;
}) {
  const { t } = useLingui();
  const at = row.row;
  const open = row.lineId === null && !isOut(row);
  return (
    <Select
      label={t`Line for row ${at}`}
      hideLabel
      quiet
      value={open ? OPEN : row.lineId === null ? OUT : String(row.lineId)}
      options={[
        ...(open ? [{ value: OPEN, label: t`Choose a line …` }] : []),
        ...lines.map(({ line }) => ({ value: String(line.id), label: line.text })),
        { value: OUT, label: t`Left out` },
      ]}
      onChange={(next) => next !== OPEN && onLine(next === OUT ? null : Number(next))}
    />
  );
}

function State({ row }: { row: SpendingImportRow }) {
  const { t } = useLingui();
  const { language } = useSession();
  if (row.known) return <Mark tone="soft">{t`entered already`}</Mark>;
  if (row.problem) return <Mark tone="bad">{errorWords(row.problem, language)}</Mark>;
  if (isOut(row)) return <Mark tone="soft">{t`left out`}</Mark>;
  return <Mark tone="ok">{row.chosen ? t`line chosen by you` : t`line found`}</Mark>;
}
