import { useLingui } from "@lingui/react/macro";
import Plus from "lucide-react/icons/plus";
import { useState } from "react";
import { useSession } from "../../../../app/session";
import { formatDate, formatNumber, useWord } from "../../../../format";
import type { Document, DocumentView } from "../../../../ipc";
import { Button } from "../../../../parts/Button";
import { DanishText } from "../../../../parts/DanishText";
import { Mark } from "../../../../parts/Mark";
import { AddDocument } from "../documents/AddDocument";
import { Checklist } from "../documents/Checklist";
import { ContentActions } from "../documents/ContentActions";
import { documentKinds } from "../documents/kinds";
import { RecordList } from "../list/RecordList";
import { type TabProps, usePart } from "../part";
import { Section } from "../Section";
import css from "../Section.module.css";

/** Documents with their content, and what the call demands to be enclosed. */
export default function DocumentsTab({ view, editable }: TabProps) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const part = usePart(view);
  const [adding, setAdding] = useState(false);
  const content = new Map(view.documents.map((one) => [one.document.id, one]));
  const day = (iso: string | null) => (iso ? formatDate(iso, language, "short") : "–");
  return (
    <>
      <Section
        title={t`Documents`}
        tools={
          editable &&
          !adding && (
            <Button tone="quiet" icon={<Plus size={14} aria-hidden />} onClick={() => setAdding(true)}>
              {t`Add document`}
            </Button>
          )
        }
      >
        <p className={css.soft}>
          {t`A copy is kept beside the data file. It is not the record: file the document in the case system too.`}
        </p>
        <RecordList<Document>
          label={t`Documents`}
          editable={editable}
          rows={view.documents.map((one) => one.document)}
          name={(document) => document.name}
          columns={[
            { label: t`Name`, cell: (document) => <Name one={content.get(document.id)} /> },
            { label: t`Document type`, cell: (document) => word("document_kind", document.kind) },
            { label: t`Dated`, cell: (document) => day(document.datedOn) },
            { label: t`Size`, end: true, cell: (document) => size(document.bytes ?? 0, language) },
            { label: t`Filed in the case system`, cell: (document) => <Filed document={document} /> },
            { label: t`Personal data`, cell: (document) => <Personal one={content.get(document.id)} /> },
          ]}
          fields={[
            { key: "name", label: t`Name`, kind: "text", required: true, wide: true },
            {
              key: "kind",
              label: t`Document type`,
              kind: "select",
              required: true,
              options: documentKinds.map((value) => ({ value, label: word("document_kind", value) })),
            },
            { key: "datedOn", label: t`Dated`, kind: "date" },
            { key: "journalised", label: t`Filed in the case system`, kind: "tick" },
            { key: "recordNumber", label: t`Number in the case system`, kind: "text" },
            { key: "personalData", label: t`Contains personal data`, kind: "tick" },
            { key: "keepUntil", label: t`Keep until`, kind: "date", hint: t`Afterwards the content is to be removed.` },
            { key: "note", label: t`Note`, kind: "area", wide: true },
          ]}
          save={(document) => part.save({ kind: "document", row: document })}
          remove={(document) => part.remove("document", document.id, document.version)}
          actions={(document) => {
            const one = content.get(document.id);
            return one && <ContentActions one={one} editable={editable} />;
          }}
          empty={t`The call, the application as sent, the proof of sending and the award letter belong here.`}
        />
        {adding && <AddDocument applicationId={view.application.id} onEnd={() => setAdding(false)} />}
      </Section>
      <Checklist view={view} editable={editable} />
    </>
  );
}

/** The name, and where the content is not there, why. */
function Name({ one }: { one: DocumentView | undefined }) {
  const { t } = useLingui();
  const { language } = useSession();
  if (!one) return null;
  const on = one.document.contentRemovedOn ? formatDate(one.document.contentRemovedOn, language, "long") : "";
  return (
    <>
      <DanishText>{one.document.name}</DanishText>{" "}
      {one.content === "removed" && <Mark tone="soft">{t`content removed ${on}`}</Mark>}
      {one.content === "lost" && <Mark tone="bad">{t`content is missing from the folder`}</Mark>}
      {one.document.redactsId !== null && <Mark tone="plain">{t`redacted version`}</Mark>}
    </>
  );
}

function Filed({ document }: { document: Document }) {
  const { t } = useLingui();
  if (!document.journalised) return t`No`;
  return document.recordNumber || t`Yes`;
}

function Personal({ one }: { one: DocumentView | undefined }) {
  const { t } = useLingui();
  const { language } = useSession();
  if (!one) return null;
  const { keepUntil } = one.document;
  const until = keepUntil ? formatDate(keepUntil, language, "short") : "";
  if (one.retentionDue) return <Mark tone="bad">{t`to be removed since ${until}`}</Mark>;
  const word = one.document.personalData ? t`Yes` : t`No`;
  return keepUntil ? t`${word}, keep until ${until}` : word;
}

/** As file managers count: thousands and millions of bytes. */
function size(bytes: number, language: "da" | "en"): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1000)), language)} kB`;
  return `${formatNumber(bytes / 1_000_000, language, 1)} MB`;
}
