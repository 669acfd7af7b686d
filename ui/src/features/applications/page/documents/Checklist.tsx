import { useLingui } from "@lingui/react/macro";
import Check from "lucide-react/icons/check";
import type { ChecklistItem } from "../../../../ipc";
import { DanishText } from "../../../../parts/DanishText";
import { Mark } from "../../../../parts/Mark";
import { RecordList } from "../list/RecordList";
import { type TabProps, usePart } from "../part";
import { Section } from "../Section";

/** What the call demands to be enclosed, and the document that meets each demand. */
export function Checklist({ view, editable }: TabProps) {
  const { t } = useLingui();
  const part = usePart(view);
  const name = (id: number | null) => view.documents.find((one) => one.document.id === id)?.document.name;
  const met = (item: ChecklistItem) => {
    const document = name(item.documentId);
    if (document)
      return (
        <Mark tone="ok" icon={<Check size={14} aria-hidden />}>
          <DanishText>{document}</DanishText>
        </Mark>
      );
    return item.required ? <Mark tone="warn">{t`missing`}</Mark> : t`not enclosed`;
  };
  return (
    <Section title={t`What the call demands`}>
      <RecordList<ChecklistItem>
        label={t`What the call demands`}
        editable={editable}
        rows={view.checklist}
        name={(item) => item.title}
        columns={[
          { label: t`Enclosure`, cell: (item) => <DanishText>{item.title}</DanishText> },
          { label: t`Must be there`, cell: (item) => (item.required ? t`Yes` : t`No`) },
          { label: t`Met by`, cell: met },
        ]}
        fields={[
          { key: "title", label: t`Enclosure`, kind: "text", required: true, wide: true },
          {
            key: "documentId",
            label: t`Met by`,
            kind: "select",
            numeric: true,
            wide: true,
            options: view.documents.map(({ document }) => ({ value: String(document.id), label: document.name })),
          },
          { key: "required", label: t`Must be there`, kind: "tick" },
        ]}
        blank={() => ({
          id: 0,
          version: 0,
          applicationId: view.application.id,
          position: view.checklist.length,
          title: "",
          required: true,
          documentId: null,
        })}
        save={(item) => part.save({ kind: "checklist", row: item })}
        remove={(item) => part.remove("checklist", item.id, item.version)}
        add={t`Add demand`}
        empty={t`Write what the call demands to be enclosed: budget, declarations, CV. What is missing shows before you send.`}
      />
    </Section>
  );
}
