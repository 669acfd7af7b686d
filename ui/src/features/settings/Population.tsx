import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import { formatDate, formatNumber } from "../../format";
import { commands, type PopulationRow, type ReferenceView } from "../../ipc";
import { readDate } from "../../parts/date";
import { AddPopulation } from "./AddPopulation";
import { EditableTable } from "./EditableTable";
import { readCount } from "./figures";
import css from "./Settings.module.css";
import { patched, useReferenceChange } from "./useChange";

export function Population({ reference }: { reference: ReferenceView }) {
  const { t } = useLingui();
  const { language } = useSession();
  const change = useReferenceChange();
  const day = (row: PopulationRow) => formatDate(row.date, language, "short");
  const save = (row: PopulationRow, patch: Partial<PopulationRow>) =>
    change((now) => commands.populationSave(patched(now.population, row, patch)));
  return (
    <>
      <p className={css.about}>
        {t`A share is estimated when both the municipality and Denmark have a figure for the same day. Every figure needs its source.`}
      </p>
      <EditableTable
        label={t`Population figures`}
        rows={reference.population}
        name={(row) => `${row.area} ${day(row)}`}
        remove={(row) => change((now) => commands.populationDelete(row.id, patched(now.population, row, {}).version))}
        empty={t`No figures yet. Add the first below.`}
        columns={[
          { title: t`Area`, shown: (row) => row.area },
          {
            title: t`Day`,
            width: 110,
            shown: day,
            read: readDate,
            wrong: t`Not a date. Write for example 1.1.2019.`,
            save: (row, date) => save(row, { date }),
          },
          {
            title: t`Inhabitants`,
            width: 110,
            figure: true,
            shown: (row) => formatNumber(row.population, language),
            read: (text) => readCount(text)?.toString() ?? null,
            wrong: t`Not a number of people. Write for example 55.240.`,
            save: (row, count) => save(row, { population: Number(count) }),
          },
          { title: t`Source`, shown: (row) => row.source, save: (row, source) => save(row, { source }) },
        ]}
      />
      <AddPopulation reference={reference} />
    </>
  );
}
