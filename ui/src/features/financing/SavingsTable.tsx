import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import type { FinancingView, SavingRow } from "../../ipc";
import { formatAmount, oere, sheetAmount } from "../../money";
import { DanishText, LocalText } from "../../parts/DanishText";
import { NoFigure } from "../../parts/Figure";
import { Heading } from "../../parts/Heading";
import { Mark } from "../../parts/Mark";
import { CopyButton, copySelection, type Sheet } from "./copy";
import css from "./Financing.module.css";
import { savingsSum } from "./shown";

/**
 * Table 3: savings put to other use. The agreement prints neither unit nor price level for it, so its figures stand as
 * printed whatever unit the person reads the rest in.
 */
export function SavingsTable({ view, rows }: { view: FinancingView; rows: readonly SavingRow[] }) {
  const { t } = useLingui();
  const { language } = useSession();
  const whole = rows.length === view.savings.length;
  const printed = (value: number | null) => formatAmount(value, "mio", language);
  const sum = savingsSum(rows);
  const bound = (row: SavingRow) => (row.below === null ? null : `<${printed(oere(row.below))}`);
  const differs = view.savingsStated !== null && oere(view.savingsStated) !== oere(view.savingsComputed);
  const sheet: Sheet = {
    heading: [t`No.`, t`Account`, t`Title`, t`Total, as printed`],
    lines: rows.map((row) => [
      { text: String(row.number), figure: true },
      { text: row.account },
      { text: row.title },
      row.amount === null ? { text: bound(row) ?? "" } : { text: sheetAmount(oere(row.amount), "mio"), figure: true },
    ]),
    foot: [
      { text: "" },
      { text: "" },
      { text: whole ? t`Sum of the rows` : t`Total of those shown` },
      { text: sheetAmount(sum, "mio"), figure: true },
    ],
  };
  return (
    <section className={css.section} aria-labelledby="financing-3">
      <div className={css.top}>
        <Heading level={2} id="financing-3" aside={t`unit and price level not stated`}>
          {t`Table 3: Savings put to other use`}
        </Heading>
        <CopyButton sheet={sheet} />
      </div>
      <p className={css.soft}>
        {t`The agreement prints neither unit nor price level for table 3. The figures stand here as printed.`}
      </p>
      <table className={css.table} aria-labelledby="financing-3" onCopy={copySelection(sheet)}>
        <thead>
          <tr>
            <th scope="col" className={css.number}>
              {t`No.`}
            </th>
            <th scope="col" className={css.account}>
              {t`Account`}
            </th>
            <th scope="col">{t`Title`}</th>
            <th scope="col" className={css.figure}>
              {t`Total, as printed`}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <td className={css.number}>{row.number}</td>
              <td className={css.account}>{row.account}</td>
              <th scope="row">
                <DanishText>{row.title}</DanishText>
              </th>
              <td className={css.figure}>
                {row.amount === null ? (bound(row) ?? <NoFigure />) : printed(oere(row.amount))}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {whole ? t`Sum of the rows` : t`Total of those shown`}
            </th>
            <td className={css.figure}>{sum === null ? <NoFigure /> : printed(sum)}</td>
          </tr>
          {whole && view.savingsStated !== null && (
            <tr>
              <th scope="row" colSpan={3}>
                {t`Total printed in the agreement`}
                {!differs && (
                  <span className={css.proof}>
                    <Mark tone="ok">{t`the same`}</Mark>
                  </span>
                )}
              </th>
              <td className={css.figure}>{printed(oere(view.savingsStated))}</td>
            </tr>
          )}
        </tfoot>
      </table>
      {whole && differs && (
        <Mark tone="warn" filled>
          <LocalText text={view.savingsNote} />
        </Mark>
      )}
    </section>
  );
}
