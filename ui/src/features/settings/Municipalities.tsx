import { useLingui } from "@lingui/react/macro";
import { useDeferredValue, useMemo, useState } from "react";
import { foldA, foldB, found, needles } from "../../fold";
import { commands, type MunicipalityRow } from "../../ipc";
import { Button } from "../../parts/Button";
import { EmptyState } from "../../parts/EmptyState";
import { SearchField } from "../../parts/SearchField";
import { CellField } from "./CellField";
import css from "./Settings.module.css";
import { patched, useReferenceChange } from "./useReferenceChange";

const few = 10;

/** The municipalities of the country; every name, region and source can be corrected where it stands. */
export function Municipalities({ rows }: { rows: MunicipalityRow[] }) {
  const { t } = useLingui();
  const change = useReferenceChange();
  const [query, setQuery] = useState("");
  const [all, showAll] = useState(false);
  const asked = useDeferredValue(query);
  const shown = useMemo(() => {
    const words = needles(asked);
    return rows.filter((row) => {
      const text = `${row.code} ${row.name} ${row.region}`;
      return words.every((word) => found(word, foldA(text), foldB(text)));
    });
  }, [rows, asked]);
  // The whole list is long: what comes after it in the settings must not lie far below.
  const seen = all || asked.trim() !== "" ? shown : shown.slice(0, few);
  const save = (row: MunicipalityRow, patch: Partial<MunicipalityRow>) =>
    change((now) => commands.municipalitySave(patched(now.municipalities, row, patch)));

  return (
    <>
      <p className={css.about}>
        {t`Names and codes come from general knowledge, not from a register. Correct what is wrong in its field; it is kept when you leave it.`}
      </p>
      <div className={css.line}>
        <SearchField label={t`Search by name, code or region`} value={query} onChange={setQuery} />
        <span className={css.about} role="status">{t`${shown.length} of ${rows.length}`}</span>
      </div>
      <section className={css.box} aria-label={t`The municipalities`}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col" style={{ width: 60 }}>{t`Code`}</th>
              <th scope="col">{t`Name`}</th>
              <th scope="col">{t`Region`}</th>
              <th scope="col">{t`Source`}</th>
            </tr>
          </thead>
          <tbody>
            {seen.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.code}</th>
                <td>
                  <CellField label={t`Name of ${row.name}`} value={row.name} save={(name) => save(row, { name })} />
                </td>
                <td>
                  <CellField
                    label={t`Region of ${row.name}`}
                    value={row.region}
                    save={(region) => save(row, { region })}
                  />
                </td>
                <td>
                  <CellField
                    label={t`Source of ${row.name}`}
                    value={row.source}
                    save={(source) => save(row, { source })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <EmptyState title={t`No municipality is called that`} />}
      </section>
      {seen.length < shown.length && (
        <div>
          <Button onClick={() => showAll(true)}>{t`Show all ${shown.length}`}</Button>
        </div>
      )}
    </>
  );
}
