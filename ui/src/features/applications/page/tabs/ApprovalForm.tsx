import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useWord } from "../../../../format";
import { type Application, type Approval, commands } from "../../../../ipc";
import { DateField } from "../../../../parts/DateField";
import { ErrorText } from "../../../../parts/ErrorText";
import { FormActions } from "../../../../parts/FormActions";
import { OptionalSelect } from "../../../../parts/OptionalSelect";
import { TextArea, TextField } from "../../../../parts/TextField";
import { useSave } from "../../../../parts/useSave";
import css from "../Section.module.css";

const approvals = ["not_required", "administrative", "committee", "chairman"] as const satisfies readonly Approval[];

/** Which political approval it needs, and the one that no case of a committee records. */
export function ApprovalForm({ application, onEnd }: { application: Application; onEnd: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const [draft, setDraft] = useState(application);
  const save = useSave(["approval", "approvalOn", "approvalBy", "reservation"]);
  const set = (patch: Partial<Application>) => setDraft((now) => ({ ...now, ...patch }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save.run(() => commands.applicationSave(draft), {
      key: (view) => ["application", view.application.id, null],
      done: onEnd,
    });
  };
  return (
    <form className={css.form} aria-label={t`Political approval`} onSubmit={submit}>
      <OptionalSelect<Approval>
        label={t`Needs`}
        labelAbove
        none={t`Not settled`}
        value={draft.approval}
        options={approvals.map((value) => ({ value, label: word("approval", value) }))}
        onChange={(approval) => set({ approval })}
      />
      <DateField
        label={t`Approved on`}
        value={draft.approvalOn}
        onChange={(approvalOn) => set({ approvalOn })}
        description={t`Only where no committee case records it.`}
        error={save.fieldError("approvalOn")}
      />
      <TextField
        label={t`Approved by`}
        value={draft.approvalBy}
        onChange={(approvalBy) => set({ approvalBy })}
        error={save.fieldError("approvalBy")}
      />
      <TextArea
        label={t`Sent with the reservation`}
        rows={2}
        value={draft.reservation}
        onChange={(reservation) => set({ reservation })}
        error={save.fieldError("reservation")}
      />
      {save.error && <ErrorText error={save.error} />}
      <FormActions busy={save.busy} dirty={draft !== application} onCancel={onEnd} />
    </form>
  );
}
