import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../../../app/session";
import { formatDate, useWord } from "../../../../format";
import type { Appropriation, AppropriationKind, AppropriationYear } from "../../../../ipc";
import { addAmounts, formatAmount, oere } from "../../../../money";
import { DanishText } from "../../../../parts/DanishText";
import { AppropriationMark } from "../../../../parts/marks";
import { Kroner } from "../Kroner";
import { RecordList } from "../list/RecordList";
import { type TabProps, usePart } from "../part";
import { Section } from "../Section";
import css from "../Section.module.css";

const kinds = ["none_needed", "estimated_accounts", "supplementary"] as const satisfies readonly AppropriationKind[];

/** The permission to spend and receive: which it takes, its way through the committees, and what it allows by year. */
export function AppropriationSection({ view, editable }: TabProps) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const part = usePart(view);
  const { appropriationRow: row, appropriationYears: years } = view;
  const day = (iso: string | null) => (iso ? formatDate(iso, language, "long") : "–");
  const sum = (of: (year: AppropriationYear) => string) => {
    const total = addAmounts(years.map((year) => oere(of(year))));
    return total === null ? "" : formatAmount(total, "kr", language);
  };
  const income = sum((year) => year.income);
  const expenditure = sum((year) => year.expenditure);
  return (
    <Section title={t`Appropriation`}>
      <p>
        <AppropriationMark state={view.row.appropriation} />
      </p>
      <p className={css.soft}>{t`A grant is not permission to spend: that is the council's to give.`}</p>
      <RecordList<Appropriation>
        label={t`Appropriation`}
        editable={editable}
        rows={row ? [row] : []}
        name={(one) => word("appropriation_kind", one.kind)}
        columns={[
          { label: t`Way it is given`, cell: (one) => word("appropriation_kind", one.kind) },
          { label: t`Committee`, cell: (one) => day(one.committeeOn) },
          { label: t`Finance committee`, cell: (one) => day(one.financeCommitteeOn) },
          { label: t`Given`, cell: (one) => day(one.grantedOn) },
          { label: t`Case no.`, cell: (one) => one.caseNumber },
          { label: t`Note`, cell: (one) => <DanishText>{one.note}</DanishText> },
        ]}
        fields={[
          {
            key: "kind",
            label: t`Way it is given`,
            kind: "select",
            required: true,
            wide: true,
            options: kinds.map((value) => ({ value, label: word("appropriation_kind", value) })),
          },
          { key: "committeeOn", label: t`Recommended by the committee`, kind: "date" },
          { key: "financeCommitteeOn", label: t`Recommended by the finance committee`, kind: "date" },
          { key: "grantedOn", label: t`Given on`, kind: "date", hint: t`Empty while it is open.` },
          { key: "caseNumber", label: t`Case no.`, kind: "text" },
          { key: "note", label: t`Note`, kind: "area", wide: true },
        ]}
        blank={() => ({
          id: 0,
          version: 0,
          applicationId: view.application.id,
          kind: "supplementary",
          committeeOn: null,
          financeCommitteeOn: null,
          grantedOn: null,
          caseNumber: "",
          note: "",
        })}
        save={(one) => part.save({ kind: "appropriation", row: one })}
        remove={(one) => part.remove("appropriation", one.id, one.version)}
        add={row ? undefined : t`Record the appropriation`}
        empty={t`Say which permission the project takes: none, with the estimated accounts, or a supplementary appropriation.`}
      />
      {row && row.kind !== "none_needed" && (
        <>
          <RecordList<AppropriationYear>
            label={t`What it allows by year`}
            editable={editable}
            rows={years}
            name={(year) => String(year.year)}
            columns={[
              { label: t`Budget year`, cell: (year) => String(year.year) },
              { label: t`Income, DKK`, end: true, cell: (year) => <Kroner amount={year.income} /> },
              { label: t`Expenditure, DKK`, end: true, cell: (year) => <Kroner amount={year.expenditure} /> },
            ]}
            fields={[
              { key: "year", label: t`Budget year`, kind: "number", required: true },
              { key: "income", label: t`Income`, kind: "amount", required: true },
              { key: "expenditure", label: t`Expenditure`, kind: "amount", required: true },
            ]}
            blank={() => ({
              id: 0,
              version: 0,
              appropriationId: row.id,
              year: (years.at(-1)?.year ?? Number((row.grantedOn ?? view.asOf).slice(0, 4)) - 1) + 1,
              income: "0.00",
              expenditure: "0.00",
            })}
            save={(year) => part.save({ kind: "appropriation_year", row: year })}
            remove={(year) => part.remove("appropriation_year", year.id, year.version)}
            add={t`Add budget year`}
            empty={t`Income and expenditure by budget year, as the council gives them.`}
          />
          {years.length > 1 && <p>{t`Together: income DKK ${income}, expenditure DKK ${expenditure}`}</p>}
        </>
      )}
    </Section>
  );
}
