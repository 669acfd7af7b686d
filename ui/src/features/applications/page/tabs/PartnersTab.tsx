import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../../../app/session";
import type { ApplicationPartner } from "../../../../ipc";
import { addAmounts, formatAmount, oere } from "../../../../money";
import { DanishText } from "../../../../parts/DanishText";
import { Kroner } from "../Kroner";
import { RecordList } from "../list/RecordList";
import { type TabProps, usePart } from "../part";
import { Section } from "../Section";
import css from "../Section.module.css";

/** Those we do it with, and what is ours of the money when each has its share. */
export default function PartnersTab({ view, editable }: TabProps) {
  const { t } = useLingui();
  const part = usePart(view);
  const title = t`Partners`;
  return (
    <Section title={title}>
      <RecordList<ApplicationPartner>
        label={title}
        editable={editable}
        rows={view.partners}
        name={(one) => one.name}
        columns={[
          { label: t`Partner`, cell: (one) => <DanishText>{one.name}</DanishText> },
          { label: t`What it does`, cell: (one) => <DanishText>{one.part}</DanishText> },
          { label: t`Share applied for, DKK`, end: true, cell: (one) => <Kroner amount={one.requested} /> },
          { label: t`Share granted, DKK`, end: true, cell: (one) => <Kroner amount={one.awarded} /> },
          { label: t`Answers for its share`, cell: (one) => (one.liable ? t`Yes` : t`No`) },
        ]}
        fields={[
          { key: "name", label: t`Name`, kind: "text", required: true },
          { key: "part", label: t`What it does`, kind: "text" },
          { key: "requested", label: t`Share applied for, DKK`, kind: "amount" },
          { key: "awarded", label: t`Share granted, DKK`, kind: "amount" },
          { key: "liable", label: t`Answers to the funder for its own share`, kind: "tick" },
        ]}
        blank={() => ({
          id: 0,
          version: 0,
          applicationId: view.application.id,
          name: "",
          part: "",
          requested: null,
          awarded: null,
          liable: false,
        })}
        save={(one) => part.save({ kind: "partner", row: one })}
        remove={(one) => part.remove("partner", one.id, one.version)}
        add={t`Add partner`}
        empty={t`Who takes part, with each one's share of the money. Only what the municipality answers for counts in its sums.`}
      />
      {view.partners.length > 0 && <OurPart view={view} />}
    </Section>
  );
}

/** How our part is made: as recipient without the shares partners answer for themselves, else without every partner's. */
function OurPart({ view }: Pick<TabProps, "view">) {
  const { t } = useLingui();
  const { language } = useSession();
  const { application, row, partners } = view;
  const recipient = application.role === "recipient";
  const others = partners.filter(({ liable }) => liable || !recipient);
  const shown = (amount: number) => formatAmount(amount, "kr", language);
  const made = (key: "requested" | "awarded", own: string | null) => {
    const all = row[key];
    if (all === null || own === null) return null;
    const theirs = shown(addAmounts(others.map((one) => (one[key] === null ? null : oere(one[key])))) ?? 0);
    return { all: shown(oere(all)), theirs, ours: shown(oere(own)) };
  };
  const requested = made("requested", row.ourRequested);
  const awarded = made("awarded", row.ourAwarded);
  return (
    <div className={css.made}>
      <p className={css.soft}>
        {recipient
          ? t`We receive the grant and answer for all of it but the shares partners answer for themselves.`
          : t`Ours is what is left when every partner has its share.`}
      </p>
      {requested && (
        <p>
          {t`Applied for, DKK: ${requested.all} less ${requested.theirs} of partners.`}{" "}
          <b>{t`Our part: ${requested.ours}`}</b>
        </p>
      )}
      {awarded && (
        <p>
          {t`Granted, DKK: ${awarded.all} less ${awarded.theirs} of partners.`} <b>{t`Our part: ${awarded.ours}`}</b>
        </p>
      )}
    </div>
  );
}
