import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import { commands, type PriceIndexRow } from "../../ipc";
import { Mark } from "../../parts/Mark";
import { AddPriceYear } from "./AddPriceYear";
import { CellField } from "./CellField";
import { readPercent, showPercent } from "./figures";
import css from "./Settings.module.css";
import { patched, useReferenceChange } from "./useReferenceChange";

export function PriceIndex({ rows }: { rows: PriceIndexRow[] }) {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const change = useReferenceChange();
  const save = (row: PriceIndexRow, patch: Partial<PriceIndexRow>) =>
    change((now) => commands.priceIndexSave(patched(now.priceIndex, row, patch)));
  const newest = [...rows].sort((a, b) => b.year - a.year);
  return (
    <>
      <Mark tone="info" filled>
        {t`This is the state's general price and wage index, not KL's index for the municipalities. It is used when amounts are shown in another price level.`}
      </Mark>
      <section className={css.box} aria-label={t`The price index`}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col" style={{ width: 60 }}>{t`Year`}</th>
              <th scope="col" className={css.figure} style={{ width: 120 }}>{t`Rise from the year before, pct.`}</th>
              <th scope="col" style={{ width: 110 }}>{t`Edition`}</th>
              <th scope="col">{t`Source`}</th>
            </tr>
          </thead>
          <tbody>
            {newest.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.year}</th>
                <td>
                  <CellField
                    label={t`Rise to ${row.year}, per cent`}
                    value={showPercent(row.generalPct, language)}
                    figure
                    read={readPercent}
                    wrong={t`Not a rise in per cent with one decimal. Write for example 1,3.`}
                    save={(generalPct) => save(row, { generalPct })}
                  />
                </td>
                <td>
                  <CellField
                    label={t`Edition for ${row.year}`}
                    value={row.vintage}
                    save={(vintage) => save(row, { vintage })}
                  />
                </td>
                <td>
                  <CellField
                    label={t`Source for ${row.year}`}
                    value={row.source}
                    save={(source) => save(row, { source })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className={css.about}>{t`No years yet. Add the first below.`}</p>}
      </section>
      {writable && <AddPriceYear key={newest[0]?.year} newest={newest[0]} />}
    </>
  );
}
