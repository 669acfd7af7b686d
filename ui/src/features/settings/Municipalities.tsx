import { useLingui } from "@lingui/react/macro";
import { useDeferredValue, useMemo, useState } from "react";
import { foldA, foldB, found, needles } from "../../fold";
import { commands, type MunicipalityRow } from "../../ipc";
import { Button } from "../../parts/Button";
import { SearchField } from "../../parts/SearchField";
import { EditableTable } from "./EditableTable";
import css from "./Settings.module.css";
import { patched, useReferenceChange } from "./useChange";

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
  const save = (field: "name" | "region" | "source") => (row: MunicipalityRow, value: string) =>
    change((now) => commands.municipalitySave(patched(now.municipalities, row, { [field]: value })));
  return (
    <>
      <p className={css.about}>
        {t`Names and codes come from general knowledge, not from a register. Correct what is wrong in its field; it is kept when you leave it.`}
      </p>
      <div className={css.line}>
        <SearchField label={t`Search by name, code or region`} value={query} onChange={setQuery} />
        <span className={css.about} role="status">{t`${shown.length} of ${rows.length}`}</span>
      </div>
      <EditableTable
        label={t`The municipalities`}
        rows={seen}
        name={(row) => row.name}
        empty={t`No municipality is called that`}
        columns={[
          { title: t`Code`, width: 60, shown: (row) => row.code },
          { title: t`Name`, shown: (row) => row.name, save: save("name") },
          { title: t`Region`, shown: (row) => row.region, save: save("region") },
          { title: t`Source`, shown: (row) => row.source, save: save("source") },
        ]}
      />
      {seen.length < shown.length && (
        <div>
          <Button onClick={() => showAll(true)}>{t`Show all ${shown.length}`}</Button>
        </div>
      )}
    </>
  );
}
