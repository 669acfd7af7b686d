import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSession } from "../../app/session";
import { formatNumber } from "../../format";
import { commands, type OfficeView, type WageEstimate } from "../../ipc";
import { formatShare, readShare } from "../../parts/decimal";
import { Heading } from "../../parts/Heading";
import { NumberField } from "../../parts/NumberField";
import { TextField } from "../../parts/TextField";
import { AddRow } from "./AddRow";
import { CellField } from "./CellField";
import { EditableTable } from "./EditableTable";
import { readHours, readYear } from "./figures";
import { OfOffice } from "./OfOffice";
import { ReadField } from "./ReadField";
import css from "./Settings.module.css";
import { patched, useOfficeChange } from "./useChange";

/** What budgets reckon own staff by: the hours of a full-time year, and what wages are expected to rise by. */
export function Wages() {
  return (
    <OfOffice>
      {(office) => (
        <>
          <Hours office={office} />
          <Estimates office={office} />
        </>
      )}
    </OfOffice>
  );
}

function Hours({ office }: { office: OfficeView }) {
  const { t } = useLingui();
  const { language } = useSession();
  const change = useOfficeChange();
  return (
    <>
      <div className={css.hours}>
        <span aria-hidden>{t`A full-time year is counted as`}</span>
        <div className={css.short}>
          <CellField
            label={t`Hours in a full-time year`}
            value={formatNumber(office.rules.fteHours, language)}
            figure
            framed
            read={(text) => readHours(text)?.toString() ?? null}
            wrong={t`Not a number of hours in a year. Write for example 1924.`}
            save={(hours) =>
              change((now) => commands.officeSave({ kind: "rules", row: { ...now.rules, fteHours: Number(hours) } }))
            }
          />
        </div>
        <span aria-hidden>{t`hours`}</span>
      </div>
      <p className={css.about}>
        {t`1,924 hours are 37 hours a week in 52 weeks: hours that are paid, with holidays and days off. Whoever counts only hours at work writes fewer, and an hour then costs more. Budgets and the economy turn hours into full-time years by it.`}
      </p>
    </>
  );
}

function Estimates({ office }: { office: OfficeView }) {
  const { t } = useLingui();
  const { language } = useSession();
  const change = useOfficeChange();
  const rows = [...office.wageEstimates].sort((a, b) => b.year - a.year);
  const save = (row: WageEstimate, patch: Partial<WageEstimate>) =>
    change((now) => commands.officeSave({ kind: "wage_estimate", row: patched(now.wageEstimates, row, patch) }));
  return (
    <>
      <Heading level={3}>{t`The municipality's own wage estimates`}</Heading>
      <p className={css.about}>
        {t`What the municipality itself expects wages to rise by into each year, and from which estimate. A budget's wages in later years are projected by them; a grant is not: it stays as it is given.`}
      </p>
      <EditableTable
        label={t`The municipality's own wage estimates`}
        rows={rows}
        name={(row) => String(row.year)}
        remove={(row) =>
          change((now) => commands.officeDelete("wage_estimate", row.id, patched(now.wageEstimates, row, {}).version))
        }
        empty={t`No years yet. Add the first below.`}
        columns={[
          { title: t`Year`, width: 60, shown: (row) => String(row.year) },
          {
            title: t`Rise from the year before, pct.`,
            width: 120,
            figure: true,
            shown: (row) => formatShare(row.share, language),
            read: (text) => readShare(text, language),
            wrong: t`Not a rise in per cent. Write for example 2,1.`,
            save: (row, share) => save(row, { share }),
          },
          { title: t`Estimate`, shown: (row) => row.vintage, save: (row, vintage) => save(row, { vintage }) },
        ]}
      />
      <AddEstimate newest={rows[0]} municipalityId={office.municipality.id} />
    </>
  );
}

/** A further year; the next one and the last estimate are suggested. */
function AddEstimate({ newest, municipalityId }: { newest: WageEstimate | undefined; municipalityId: number }) {
  const { t } = useLingui();
  const change = useOfficeChange();
  const [typed, setTyped] = useState(newest ? String(newest.year + 1) : "");
  const [share, setShare] = useState<string | null>(null);
  const [vintage, setVintage] = useState(newest?.vintage ?? "");
  const year = readYear(typed);
  const add = async () => {
    if (year === null || share === null) return;
    const row = { id: 0, version: 0, municipalityId, year, share, vintage: vintage.trim() };
    await change(() => commands.officeSave({ kind: "wage_estimate", row }));
    setTyped(String(year + 1));
    setShare(null);
  };
  return (
    <AddRow
      label={t`Add a wage estimate`}
      whole={year !== null && share !== null && vintage.trim() !== ""}
      fields={["year", "share", "vintage"]}
      add={add}
    >
      {(wrong) => (
        <>
          <ReadField
            label={t`Year`}
            value={typed}
            onChange={setTyped}
            inputMode="numeric"
            read={readYear}
            wrong={t`Not a year. Write for example 2026.`}
            error={wrong("year")}
          />
          <NumberField
            label={t`Rise, pct.`}
            share
            value={share}
            onChange={(next, understood) => understood && setShare(next)}
            error={wrong("share")}
          />
          <TextField
            label={t`Estimate`}
            value={vintage}
            onChange={setVintage}
            placeholder={t`for example Budget 2020, May 2019`}
            error={wrong("vintage")}
          />
        </>
      )}
    </AddRow>
  );
}
