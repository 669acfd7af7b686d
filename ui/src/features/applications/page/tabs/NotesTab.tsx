import { useLingui } from "@lingui/react/macro";
import type { ApplicationNote } from "../../../../ipc";
import { DanishText } from "../../../../parts/DanishText";
import { RecordList } from "../list/RecordList";
import { type TabProps, usePart } from "../part";
import { Section } from "../Section";
import { useShown } from "../shown";
import { Written } from "../Written";

/** What someone wants remembered, newest first. */
export default function NotesTab({ view, editable }: TabProps) {
  const { t } = useLingui();
  const { day } = useShown();
  const part = usePart(view);
  const title = t`Notes`;
  return (
    <Section title={title}>
      <RecordList<ApplicationNote>
        label={title}
        editable={editable}
        rows={view.notes}
        name={(one) => one.text.slice(0, 60)}
        columns={[
          { label: t`Note`, cell: (one) => <Written>{one.text}</Written> },
          { label: t`Day`, cell: (one) => day(one.writtenOn) },
          { label: t`By whom`, cell: (one) => <DanishText>{one.author}</DanishText> },
        ]}
        fields={[
          { key: "text", label: t`Note`, kind: "area", required: true },
          { key: "writtenOn", label: t`Day`, kind: "date", required: true },
        ]}
        blank={() => ({
          id: 0,
          version: 0,
          applicationId: view.application.id,
          text: "",
          author: "",
          writtenOn: view.asOf,
        })}
        save={(one) => part.save({ kind: "note", row: one })}
        remove={(one) => part.remove("note", one.id, one.version)}
        add={t`Add note`}
        empty={t`What was agreed on the telephone, and all else worth remembering. Your name and the day stand beside it.`}
      />
    </Section>
  );
}
