import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useActions } from "../../../../app/actions";
import { useNotify } from "../../../../app/notify";
import { useSession } from "../../../../app/session";
import { commands } from "../../../../ipc";
import { DanishText } from "../../../../parts/DanishText";
import { formatShare } from "../../../../parts/decimal";
import { asFailure } from "../../../../parts/ErrorText";
import { Mark } from "../../../../parts/Mark";
import { Select } from "../../../../parts/Select";
import css from "../budget.module.css";
import type { DialogProps } from "../Dialogs";
import { wageLines } from "../wages";
import { FormDialog } from "./FormDialog";

/** Fills the wages of later years by the municipality's own estimates, each year from the one before it. */
export function ProjectDialog({ view, sheet, line, budgeting, onClose }: DialogProps & { line: number | null }) {
  const { t } = useLingui();
  const { language } = useSession();
  const notify = useNotify();
  const { runAction } = useActions();
  const lines = wageLines(sheet, view.categories);
  const years = sheet.years.filter((year) => year !== 0);
  const [from, setFrom] = useState(years[0] ?? 0);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(lines.map((one) => one.line.id).filter((id, _, all) => !(line && all.includes(line)) || id === line)),
  );
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const estimates = view.wageEstimates.filter(({ year }) => year > from && years.includes(year));
  const rises = estimates.map((one) => ({ ...one, rise: formatShare(one.share, language) }));
  const lacking = years.filter((year) => year > from && !estimates.some((one) => one.year === year)).join(", ");
  const toggle = (id: number, on: boolean) =>
    setChosen((now) => new Set(on ? [...now, id] : [...now].filter((other) => other !== id)));
  const project = async () => {
    setBusy(true);
    setError(null);
    try {
      const lineIds = [...chosen];
      await budgeting.patch(() => commands.budgetProject({ budgetId: sheet.budget.id, lineIds, fromYear: from }));
      notify({
        tone: "ok",
        text: plural(lineIds.length, { one: "# line projected", other: "# lines projected" }),
        action: { label: t`Undo`, run: () => runAction("history.undo") },
      });
      onClose();
    } catch (refusal) {
      setError(asFailure(refusal));
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormDialog
      title={t`Project wages`}
      verb={t`Project`}
      busy={busy}
      disabled={chosen.size === 0 || estimates.length === 0}
      error={error}
      onSubmit={() => void project()}
      onClose={onClose}
    >
      <p className={css.soft}>
        {t`Rates of hours and full-time years, and wages typed as amounts, are carried on to the later years by the municipality's own estimate of how wages rise. A grant is never carried on: it is in running prices.`}
      </p>
      <Select
        label={t`From the figures of`}
        labelAbove
        value={String(from)}
        options={years.slice(0, -1).map((year) => ({ value: String(year), label: String(year) }))}
        onChange={(year) => setFrom(Number(year))}
      />
      {estimates.length > 0 ? (
        <ul className={css.estimates}>
          {rises.map(({ year, rise, vintage }) => (
            <li key={year}>
              <span>{year}</span>
              <span>{t`${rise} per cent`}</span>
              <span className={css.soft}>
                <DanishText>{vintage}</DanishText>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <Mark tone="warn" filled>
          {t`There is no estimate for the years after ${from}.`}{" "}
          <Link to="/settings/$section" params={{ section: "wages" }}>{t`Type it in the settings`}</Link>
        </Mark>
      )}
      {estimates.length > 0 && lacking && (
        <p className={css.soft}>{t`Without an estimate, and left as they are: ${lacking}.`}</p>
      )}
      {lines.length > 0 ? (
        <fieldset className={css.ticks}>
          <legend>{t`Lines`}</legend>
          {lines.map((one) => (
            <label key={one.line.id} className={css.tick}>
              <input
                type="checkbox"
                checked={chosen.has(one.line.id)}
                onChange={(event) => toggle(one.line.id, event.target.checked)}
              />
              <DanishText>{one.line.text || one.line.origin || String(one.line.number)}</DanishText>
            </label>
          ))}
        </fieldset>
      ) : (
        <Mark tone="warn" filled>
          {t`No line is a wage: none is reckoned by hours or full-time years, and none has a category of wages.`}
        </Mark>
      )}
    </FormDialog>
  );
}
