import { useLingui } from "@lingui/react/macro";
import { useWord } from "../../format";
import { type Committee, commands, type DayUnit, type OfficeView, type Reading } from "../../ipc";
import { EditableTable } from "./EditableTable";
import { readDays } from "./figures";
import css from "./Settings.module.css";
import { patched, useOfficeChange } from "./useChange";

const readings: readonly Reading[] = ["committee", "finance", "council"];
const units: readonly DayUnit[] = ["working_days", "weekdays", "weekdays_saturday", "days"];

/** How far along a case's way each committee stands, which takes the case next, and when its papers are handed in. */
export function CommitteeWays({ office }: { office: OfficeView }) {
  const { t } = useLingui();
  const word = useWord();
  const change = useOfficeChange();
  const save = (row: Committee, patch: Partial<Committee>) =>
    change((now) => commands.officeSave({ kind: "committee", row: patched(now.committees, row, patch) }));
  const usual = office.leadTimes.find(({ step }) => step === "paper");
  const none = { paperAmount: null, paperUnit: null };
  return (
    <>
      <p className={css.about}>
        {t`A case goes from the committee of its field to finance and the council, as far as it must. Where no rule for papers stands, the lead time of the paper holds.`}
      </p>
      <EditableTable
        label={t`The way of a case, and its paper`}
        rows={office.committees}
        name={(row) => row.name}
        empty=""
        columns={[
          { title: t`Committee`, shown: (row) => row.shortName || row.name },
          {
            title: t`Reading`,
            width: 170,
            options: readings.map((value) => ({ value, label: word("reading", value) })),
            shown: (row) => row.reading,
            save: (row, reading) => save(row, { reading: readings.find((one) => one === reading) ?? row.reading }),
          },
          {
            title: t`Goes on to`,
            width: 150,
            optional: true,
            none: t({ message: "no one", context: "committee" }),
            options: office.committees.map(({ id, name, shortName }) => ({
              value: String(id),
              label: shortName || name,
            })),
            shown: (row) => (row.nextCommitteeId === null ? "" : String(row.nextCommitteeId)),
            save: (row, id) => save(row, { nextCommitteeId: id === "" ? null : Number(id) }),
          },
          {
            title: t`Paper before the meeting`,
            width: 100,
            figure: true,
            optional: true,
            shown: (row) => row.paperAmount?.toString() ?? "",
            read: (text) => (text.trim() === "" ? "" : (readDays(text)?.toString() ?? null)),
            wrong: t`Not a number of days. Write 0 to 366.`,
            save: (row, days) =>
              save(
                row,
                days === ""
                  ? none
                  : { paperAmount: Number(days), paperUnit: row.paperUnit ?? usual?.unit ?? "working_days" },
              ),
          },
          {
            title: t`Of what`,
            width: 190,
            optional: true,
            none: t`by the lead time`,
            options: units.map((value) => ({ value, label: word("day_unit", value) })),
            shown: (row) => row.paperUnit ?? "",
            save: (row, unit) =>
              save(
                row,
                unit === ""
                  ? none
                  : { paperUnit: unit as DayUnit, paperAmount: row.paperAmount ?? usual?.amount ?? 10 },
              ),
          },
        ]}
      />
    </>
  );
}
