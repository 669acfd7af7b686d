import { useLingui } from "@lingui/react/macro";
import Trash from "lucide-react/icons/trash-2";
import { useActions } from "../../app/actions";
import { useNotify } from "../../app/notify";
import { useSession } from "../../app/session";
import { formatDate, formatNumber } from "../../format";
import { commands, type PopulationRow, type ReferenceView } from "../../ipc";
import { readDate } from "../../parts/date";
import { ErrorText } from "../../parts/ErrorText";
import { IconButton } from "../../parts/IconButton";
import { AddPopulation } from "./AddPopulation";
import { CellField } from "./CellField";
import { readCount } from "./figures";
import css from "./Settings.module.css";
import { patched, useReferenceChange } from "./useReferenceChange";

export function Population({ reference }: { reference: ReferenceView }) {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const { runAction } = useActions();
  const notify = useNotify();
  const change = useReferenceChange();
  const save = (row: PopulationRow, patch: Partial<PopulationRow>) =>
    change((now) => commands.populationSave(patched(now.population, row, patch)));
  const remove = (row: PopulationRow, what: string) =>
    change((now) => commands.populationDelete(row.id, patched(now.population, row, {}).version)).then(
      () =>
        notify({
          tone: "ok",
          text: t`Deleted: ${what}`,
          action: { label: t`Undo`, run: () => runAction("history.undo") },
        }),
      (error: unknown) => notify({ tone: "bad", text: <ErrorText error={error} bare /> }),
    );

  return (
    <>
      <p className={css.about}>
        {t`A share is estimated when both the municipality and Denmark have a figure for the same day. Every figure needs its source.`}
      </p>
      <section className={css.box} aria-label={t`Population figures`}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t`Area`}</th>
              <th scope="col" style={{ width: 110 }}>{t`Day`}</th>
              <th scope="col" className={css.figure} style={{ width: 110 }}>{t`Inhabitants`}</th>
              <th scope="col">{t`Source`}</th>
              {writable && <td style={{ width: 34 }} />}
            </tr>
          </thead>
          <tbody>
            {reference.population.map((row) => {
              const day = formatDate(row.date, language, "short");
              const what = `${row.area} ${day}`;
              return (
                <tr key={row.id}>
                  <th scope="row">{row.area}</th>
                  <td>
                    <CellField
                      label={t`Day of ${what}`}
                      value={day}
                      read={readDate}
                      wrong={t`Not a date. Write for example 1.1.2019.`}
                      save={(date) => save(row, { date })}
                    />
                  </td>
                  <td>
                    <CellField
                      label={t`Inhabitants of ${what}`}
                      value={formatNumber(row.population, language)}
                      figure
                      read={(text) => readCount(text)?.toString() ?? null}
                      wrong={t`Not a number of people. Write for example 55.240.`}
                      save={(count) => save(row, { population: Number(count) })}
                    />
                  </td>
                  <td>
                    <CellField
                      label={t`Source of ${what}`}
                      value={row.source}
                      save={(source) => save(row, { source })}
                    />
                  </td>
                  {writable && (
                    <td>
                      <IconButton label={t`Delete ${what}`} onClick={() => void remove(row, what)}>
                        <Trash size={15} aria-hidden />
                      </IconButton>
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
        {reference.population.length === 0 && <p className={css.about}>{t`No figures yet. Add the first below.`}</p>}
      </section>
      {writable && <AddPopulation reference={reference} />}
    </>
  );
}
