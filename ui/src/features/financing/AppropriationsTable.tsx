import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import type { AppropriationRow, FinancingView } from "../../ipc";
import { formatAmount, oere, sameAmount, sheetAmount } from "../../money";
import { DanishText } from "../../parts/DanishText";
import { NoFigure } from "../../parts/Figure";
import { Heading } from "../../parts/Heading";
import { Mark } from "../../parts/Mark";
import { CopyButton, copySelection, type Sheet } from "./copy";
import css from "./Financing.module.css";
import { columnSums } from "./shown";

/** Table 2: appropriations of coming years put to other use, each year's sum against the printed one. */
export function AppropriationsTable({ view, rows }: { view: FinancingView; rows: readonly AppropriationRow[] }) {
  const { t } = useLingui();
  const { preferences, language } = useSession();
  const { unit } = preferences;
  const level = `${view.priceLevel}-pl`;
  const years = view.years;
  const firstYear = years[0] ?? "";
  const last = String(years.at(-1) ?? "").slice(2);
  const columns = [...years.map(String), t`Total ${firstYear}-${last}`];
  const sums = columnSums(rows, columns.length);
  const whole = rows.length === view.appropriations.length;
  const proven = whole && sums.every((sum, column) => sameAmount(sum, amount(view.appropriationsStated[column])));
  const unitName = unit === "mio" ? t`DKK m, ${level}` : t`DKK, ${level}`;
  const shown = (value: number | null) => (value === null ? <NoFigure /> : formatAmount(value, unit, language));
  const sheet: Sheet = {
    heading: [t`No.`, t`Account`, t`Title`, ...columns.map((column) => `${column} (${unitName})`)],
    lines: rows.map((row) => [
      { text: String(row.number), figure: true },
      { text: row.account },
      { text: row.title },
      ...columns.map((_, column) => ({ text: sheetAmount(amount(row.amounts[column]), unit), figure: true })),
    ]),
    foot: [
      { text: "" },
      { text: "" },
      { text: whole ? t`Total` : t`Total of those shown` },
      ...sums.map((sum) => ({ text: sheetAmount(sum, unit), figure: true })),
    ],
  };
  return (
    <section className={css.section} aria-labelledby="financing-2">
      <div className={css.top}>
        <Heading level={2} id="financing-2" aside={unitName}>
          {t`Table 2: Appropriations of coming years put to other use`}
        </Heading>
        <CopyButton sheet={sheet} />
      </div>
      <table className={css.table} aria-labelledby="financing-2" onCopy={copySelection(sheet)}>
        <thead>
          <tr>
            <th scope="col" className={css.number}>
              {t`No.`}
            </th>
            <th scope="col" className={css.account}>
              {t`Account`}
            </th>
            <th scope="col">{t`Title`}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={css.figure}>
                {column}
              </th>
            ))}
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
              {columns.map((column, index) => (
                <td key={column} className={css.figure}>
                  {shown(amount(row.amounts[index]))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {whole ? t`Total` : t`Total of those shown`}
              {whole && (
                <span className={css.proof}>
                  {proven ? (
                    <Mark tone="ok">{t`as printed in the agreement`}</Mark>
                  ) : (
                    <Mark tone="bad">{t`not as printed in the agreement`}</Mark>
                  )}
                </span>
              )}
            </th>
            {sums.map((sum, column) => (
              <td key={columns[column]} className={css.figure}>
                {shown(sum)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function amount(text: string | null | undefined): number | null {
  return text == null ? null : oere(text);
}
