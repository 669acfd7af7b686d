import { useLingui } from "@lingui/react/macro";
import type { Discrepancy } from "../../../../ipc";
import { Button } from "../../../../parts/Button";
import { Mark } from "../../../../parts/Mark";
import { RecordList } from "../list/RecordList";
import { type TabProps, usePart } from "../part";
import { Section } from "../Section";
import css from "../Section.module.css";
import { useShown } from "../shown";
import { Written } from "../Written";

/** Where two sources say different things: both stand until someone settles it. */
export default function SourcesTab({ view, editable }: TabProps) {
  const { t } = useLingui();
  const { day } = useShown();
  const part = usePart(view);
  const title = t`Source differences`;
  const said = (text: string, place: string) => (
    <>
      <Written>{text}</Written>
      <span className={css.place}>
        <Written>{place}</Written>
      </span>
    </>
  );
  const settled = (one: Discrepancy) => {
    const on = day(one.settledOn);
    return (
      <>
        {one.settledOn ? <Mark tone="ok">{t`settled ${on}`}</Mark> : <Mark tone="warn">{t`not settled`}</Mark>}
        <span className={css.place}>
          <Written>{one.settledOn ? one.settlement : one.note}</Written>
        </span>
      </>
    );
  };
  return (
    <Section title={title}>
      <RecordList<Discrepancy>
        label={title}
        editable={editable}
        rows={view.discrepancies}
        name={(one) => one.subject}
        columns={[
          { label: t`On what`, cell: (one) => <Written>{one.subject}</Written> },
          { label: t`One source`, cell: (one) => said(one.stated, one.statedPlace) },
          { label: t`The other source`, cell: (one) => said(one.other, one.otherPlace) },
          { label: t`State`, cell: settled },
        ]}
        fields={[
          { key: "subject", label: t`What they differ on`, kind: "text", required: true, wide: true },
          { key: "stated", label: t`What one says`, kind: "text", required: true },
          { key: "statedPlace", label: t`Where one says it`, kind: "text" },
          { key: "other", label: t`What the other says`, kind: "text", required: true },
          { key: "otherPlace", label: t`Where the other says it`, kind: "text" },
          { key: "note", label: t`What to make of it`, kind: "area" },
          { key: "settledOn", label: t`Settled on`, kind: "date", hint: t`Empty while it is open.` },
          { key: "settlement", label: t`How it is settled`, kind: "area" },
        ]}
        blank={() => ({
          id: 0,
          version: 0,
          applicationId: view.application.id,
          committeeCaseId: null,
          subject: "",
          stated: "",
          statedPlace: "",
          other: "",
          otherPlace: "",
          note: "",
          settledOn: null,
          settlement: "",
        })}
        save={(one) => part.save({ kind: "discrepancy", row: one })}
        remove={(one) => part.remove("discrepancy", one.id, one.version)}
        actions={(one, begin) =>
          one.settledOn === null && <Button onClick={() => begin({ settledOn: view.asOf })}>{t`Settle …`}</Button>
        }
        add={t`Add difference`}
        empty={t`Two documents that say different things of the same: both figures stand here with their places until someone settles which holds.`}
      />
    </Section>
  );
}
