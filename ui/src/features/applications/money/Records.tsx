import { useLingui } from "@lingui/react/macro";
import type { Account, CarryOver, DocumentView, Instalment, MoneyView, Repayment } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { Mark } from "../../../parts/Mark";
import { Due } from "../page/Due";
import { Kroner } from "../page/Kroner";
import { RecordList } from "../page/list/RecordList";
import { Section } from "../page/Section";
import { useShown } from "../page/shown";
import { Written } from "../page/Written";
import css from "./money.module.css";
import type { MoneyPartActions } from "./useMoney";

type Props = { view: MoneyView; actions: MoneyPartActions; editable: boolean };

/** A day something happened, with what came of it under it. */
function On({ day, amount }: { day: string | null; amount: string | null }) {
  const { day: shown, sum } = useShown();
  if (day === null && amount === null) return "–";
  return (
    <>
      {shown(day)}
      {amount !== null && <span className={css.under}>{sum(amount)}</span>}
    </>
  );
}

/** The parts of the grant that are paid out: asked for, received, and what the funder keeps back. */
export function Instalments({ view, actions, editable }: Props) {
  const { t } = useLingui();
  const title = t`Instalments`;
  return (
    <Section title={title}>
      <RecordList<Instalment>
        label={title}
        editable={editable}
        rows={view.instalments}
        name={(one) => one.title}
        columns={[
          { label: t`Instalment`, cell: (one) => <Noted text={one.title} note={one.note} /> },
          { label: t`To be asked for`, cell: (one) => <Due asOf={view.asOf} due={one.dueOn} done={one.requestedOn} /> },
          { label: t`Asked for, DKK`, end: true, cell: (one) => <Kroner amount={one.requested} /> },
          { label: t`Received`, cell: (one) => <Day iso={one.receivedOn} /> },
          { label: t`Received, DKK`, end: true, cell: (one) => <Kroner amount={one.received} /> },
          { label: t`Kept back, DKK`, end: true, cell: (one) => <Kroner amount={one.withheld} /> },
        ]}
        fields={[
          { key: "title", label: t`Instalment`, kind: "text", required: true, wide: true },
          { key: "dueOn", label: t`To be asked for by`, kind: "date", first: true },
          { key: "requestedOn", label: t`Asked for on`, kind: "date" },
          { key: "requested", label: t`Asked for, DKK`, kind: "amount" },
          { key: "receivedOn", label: t`Received on`, kind: "date", first: true },
          { key: "received", label: t`Received, DKK`, kind: "amount" },
          {
            key: "withheld",
            label: t`Kept back, DKK`,
            kind: "amount",
            hint: t`What the funder keeps until the statement is approved.`,
          },
          { key: "note", label: t`Note`, kind: "area" },
        ]}
        blank={() => ({
          id: 0,
          version: 0,
          applicationId: view.application.id,
          position: 0,
          title: "",
          dueOn: null,
          requestedOn: null,
          requested: null,
          receivedOn: null,
          received: null,
          withheld: null,
          note: "",
        })}
        save={(row) => actions.save({ kind: "instalment", row })}
        remove={(row) => actions.remove("instalment", row.id, row.version)}
        add={t`Add instalment`}
        empty={t`When each part of the grant is asked for, when it comes and how much. Only what has come, with its day, counts as received.`}
      />
    </Section>
  );
}

/** Statements of what was spent, on their way by the auditor to the funder. */
export function Accounts({ view, actions, editable, documents }: Props & { documents: readonly DocumentView[] }) {
  const { t } = useLingui();
  const { period } = useShown();
  const title = t`Financial statements`;
  return (
    <Section title={title}>
      <RecordList<Account>
        label={title}
        editable={editable}
        rows={view.accounts}
        name={(one) => one.title}
        columns={[
          {
            label: t`Financial statement`,
            cell: (one) => <Noted text={one.title} note={[period(one.periodStart, one.periodEnd), one.note]} />,
          },
          { label: t`To be sent`, cell: (one) => <Due asOf={view.asOf} due={one.dueOn} done={one.sentOn} /> },
          { label: t`Spent, DKK`, end: true, cell: (one) => <Kroner amount={one.spent} /> },
          { label: t`Of the grant, DKK`, end: true, cell: (one) => <Kroner amount={one.grant} /> },
          { label: t`To the auditor`, cell: (one) => <Day iso={one.toAuditorOn} /> },
          { label: t`Approved`, cell: (one) => <On day={one.approvedOn} amount={one.approved} /> },
        ]}
        fields={[
          { key: "title", label: t`Financial statement`, kind: "text", required: true, wide: true },
          { key: "periodStart", label: t`From`, kind: "partial", first: true },
          { key: "periodEnd", label: t`To`, kind: "partial" },
          { key: "dueOn", label: t`To be sent by`, kind: "date" },
          { key: "spent", label: t`Spent, DKK`, kind: "amount", first: true },
          { key: "grant", label: t`Of the grant, DKK`, kind: "amount" },
          { key: "toAuditorOn", label: t`To the auditor on`, kind: "date", first: true },
          { key: "sentOn", label: t`Sent on`, kind: "date" },
          { key: "approvedOn", label: t`Approved by the funder on`, kind: "date", first: true },
          { key: "approved", label: t`Grant approved, DKK`, kind: "amount" },
          {
            key: "documentId",
            label: t`Document`,
            kind: "select",
            numeric: true,
            options: documents.map(({ document }) => ({ value: String(document.id), label: document.name })),
          },
          { key: "note", label: t`Note`, kind: "area" },
        ]}
        blank={() => ({
          id: 0,
          version: 0,
          applicationId: view.application.id,
          position: 0,
          title: "",
          periodStart: null,
          periodEnd: null,
          dueOn: null,
          spent: null,
          grant: null,
          toAuditorOn: null,
          sentOn: null,
          approvedOn: null,
          approved: null,
          documentId: null,
          note: "",
        })}
        save={(row) => actions.save({ kind: "account", row })}
        remove={(row) => actions.remove("account", row.id, row.version)}
        add={t`Add financial statement`}
        empty={t`The statements the funder asks for: their period, the day they must be sent, and when auditor and funder have approved them.`}
      />
    </Section>
  );
}

/** What goes back to the funder. */
export function Repayments({ view, actions, editable }: Props) {
  const { t } = useLingui();
  const title = t`Repayments`;
  return (
    <Section title={title}>
      <RecordList<Repayment>
        label={title}
        editable={editable}
        rows={view.repayments}
        name={(one) => one.reason}
        columns={[
          { label: t`Reason`, cell: (one) => <Noted text={one.reason} note={one.note} /> },
          { label: t`Amount, DKK`, end: true, cell: (one) => <Kroner amount={one.amount} /> },
          { label: t`Claimed`, cell: (one) => <Day iso={one.claimedOn} /> },
          {
            label: t`Paid`,
            cell: (one) => (one.paidOn ? <Day iso={one.paidOn} /> : <Mark tone="warn">{t`not paid`}</Mark>),
          },
        ]}
        fields={[
          { key: "reason", label: t`Reason`, kind: "text", required: true, wide: true },
          { key: "amount", label: t`Amount, DKK`, kind: "amount", required: true },
          { key: "claimedOn", label: t`Claimed by the funder on`, kind: "date" },
          { key: "paidOn", label: t`Paid on`, kind: "date", hint: t`Empty until it is paid.` },
          { key: "note", label: t`Note`, kind: "area" },
        ]}
        blank={() => ({
          id: 0,
          version: 0,
          applicationId: view.application.id,
          position: 0,
          reason: "",
          amount: "",
          claimedOn: null,
          paidOn: null,
          note: "",
        })}
        save={(row) => actions.save({ kind: "repayment", row })}
        remove={(row) => actions.remove("repayment", row.id, row.version)}
        add={t`Add repayment`}
        empty={t`What the funder asks back, or what was not used and is paid back.`}
      />
    </Section>
  );
}

/** Money moved from one year of the project to a later one. */
export function CarryOvers({ view, actions, editable }: Props) {
  const { t } = useLingui();
  const { day } = useShown();
  const title = t`Carried over between years`;
  const now = Number(view.asOf.slice(0, 4));
  const state = (one: CarryOver) => {
    const [asked, approved] = [day(one.askedOn), day(one.approvedOn)];
    if (approved) return <Mark tone="ok">{t`approved ${approved}`}</Mark>;
    return asked ? <Mark tone="warn">{t`asked ${asked}, not answered`}</Mark> : <Mark tone="warn">{t`not asked`}</Mark>;
  };
  return (
    <Section title={title}>
      <RecordList<CarryOver>
        label={title}
        editable={editable}
        rows={view.carryOvers}
        name={(one) => `${one.fromYear}–${one.toYear}`}
        columns={[
          { label: t`From year`, cell: (one) => String(one.fromYear) },
          { label: t`To year`, cell: (one) => String(one.toYear) },
          { label: t`Amount, DKK`, end: true, cell: (one) => <Kroner amount={one.amount} /> },
          { label: t`The funder's approval`, cell: state },
          { label: t`Note`, cell: (one) => <Written>{one.note}</Written> },
        ]}
        fields={[
          { key: "fromYear", label: t`From year`, kind: "number", required: true },
          { key: "toYear", label: t`To year`, kind: "number", required: true },
          { key: "amount", label: t`Amount, DKK`, kind: "amount", required: true },
          { key: "askedOn", label: t`Asked for on`, kind: "date", first: true },
          { key: "approvedOn", label: t`Approved by the funder on`, kind: "date" },
          { key: "note", label: t`Note`, kind: "area" },
        ]}
        blank={() => ({
          id: 0,
          version: 0,
          applicationId: view.application.id,
          fromYear: now,
          toYear: now + 1,
          amount: "",
          askedOn: null,
          approvedOn: null,
          note: "",
        })}
        save={(row) => actions.save({ kind: "carry_over", row })}
        remove={(row) => actions.remove("carry_over", row.id, row.version)}
        add={t`Add carry-over`}
        empty={t`Money of one year that may be used in a later one. Most funders must approve it first.`}
      />
    </Section>
  );
}

function Day({ iso }: { iso: string | null }) {
  const { day } = useShown();
  return iso === null ? "–" : day(iso);
}

/** What something is called, with what more there is to say of it under it. */
function Noted({ text, note }: { text: string; note: string | readonly string[] }) {
  const said = typeof note === "string" ? note : note.filter(Boolean).join(" · ");
  return (
    <>
      <DanishText>{text}</DanishText>
      {said && (
        <span className={css.under}>
          <Written>{said}</Written>
        </span>
      )}
    </>
  );
}
