import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { useActions } from "../../app/actions";
import { useNotify } from "../../app/notify";
import { useOffice } from "../../app/office";
import { useWord } from "../../format";
import { commands, type Deadline, type DeadlineKind } from "../../ipc";
import { Button } from "../Button";
import { DateField } from "../DateField";
import { ErrorText } from "../ErrorText";
import { FormActions } from "../FormActions";
import { OptionalSelect } from "../OptionalSelect";
import { Select } from "../Select";
import { useKept } from "../standing/useKept";
import { TextArea, TextField } from "../TextField";
import { TimeField } from "../TimeField";
import { useFirstFocus } from "../useFirstFocus";
import { useSave } from "../useSave";
import css from "./deadline.module.css";
import { blankDeadline, enteredKinds } from "./draft";

/** A day of an application that a person enters: added, corrected, moved with a reason, or removed. */
export default function DeadlineForm({
  applicationId,
  row,
  onEnd,
}: {
  applicationId: number;
  /** The day to correct; null for a new one. */
  row: Deadline | null;
  onEnd: () => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  const notify = useNotify();
  const office = useOffice();
  const { runAction } = useActions();
  const [kept, keep] = useKept<Deadline>(`deadline ${applicationId} ${row?.id ?? 0}`);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = useSave(["kind", "title", "dueOn", "dueTime", "movedReason", "personId", "source", "note"]);
  const removal = useSave();
  const draft = kept ?? row ?? blankDeadline(applicationId);
  const set = (patch: Partial<Deadline>) => keep({ ...draft, ...patch });
  const moved = row !== null && draft.dueOn !== row.dueOn && draft.dueOn !== "";
  const undated = draft.dueOn === "";
  const nameless = draft.kind === "other" && draft.title.trim() === "";
  const kinds = enteredKinds.includes(draft.kind) ? enteredKinds : [draft.kind, ...enteredKinds];
  const people = office.data?.people ?? [];
  const undo = { label: t`Undo`, run: () => runAction("history.undo") };
  useFirstFocus(form, "button, input");

  const submit = async () => {
    setTried(true);
    if (undated || nameless) return;
    await save.run(() => commands.deadlineSave({ ...draft, title: draft.title.trim() }), {
      done: () => {
        keep(null);
        notify({ tone: "ok", text: t`The deadline is saved.`, action: undo });
        onEnd();
      },
    });
  };
  const remove = () =>
    removal.run(() => commands.deadlineDelete(draft.id, draft.version), {
      done: () => {
        keep(null);
        notify({ tone: "ok", text: t`Removed. Ctrl+Z brings it back.`, action: undo });
        onEnd();
      },
    });
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={row ? t`Correct the deadline` : t`New deadline`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={css.pair}>
        <Select<DeadlineKind>
          label={t`What it is`}
          labelAbove
          value={draft.kind}
          options={kinds.map((value) => ({ value, label: word("deadline_kind", value) }))}
          onChange={(kind) => set({ kind })}
        />
        <TextField
          label={t`What it is called`}
          lang="da"
          value={draft.title}
          onChange={(title) => set({ title })}
          error={tried && nameless ? t`Say what it is called.` : save.fieldError("title")}
        />
      </div>
      <div className={css.pair}>
        <DateField
          label={t`Day`}
          value={draft.dueOn || null}
          onChange={(dueOn) => set({ dueOn: dueOn ?? "" })}
          error={tried && undated ? t`Write the day.` : save.fieldError("dueOn")}
        />
        <TimeField
          label={t`Time of day`}
          value={draft.dueTime}
          onChange={(dueTime) => set({ dueTime })}
          description={t`Empty: not stated.`}
          error={save.fieldError("dueTime")}
        />
      </div>
      {moved && (
        <TextField
          label={t`Why it is moved`}
          lang="da"
          value={draft.movedReason}
          onChange={(movedReason) => set({ movedReason })}
          description={t`The earlier day is kept beside it.`}
          error={save.fieldError("movedReason")}
        />
      )}
      <div className={css.pair}>
        <OptionalSelect
          label={t`Whose it is`}
          labelAbove
          value={draft.personId === null ? null : String(draft.personId)}
          options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          none={t`The application's owner`}
          onChange={(id) => set({ personId: id === null ? null : Number(id) })}
        />
        <TextField
          label={t`Where it stands`}
          lang="da"
          value={draft.source}
          onChange={(source) => set({ source })}
          error={save.fieldError("source")}
        />
      </div>
      <TextArea
        label={t`Note`}
        lang="da"
        rows={2}
        value={draft.note}
        onChange={(note) => set({ note })}
        error={save.fieldError("note")}
      />
      {save.error && <ErrorText error={save.error} />}
      {removal.error && <ErrorText error={removal.error} />}
      <FormActions
        save={t`Save the deadline`}
        busy={save.busy}
        dirty={kept !== null}
        onCancel={() => {
          keep(null);
          onEnd();
        }}
      >
        {row && (
          <Button tone="bad" disabled={removal.busy} onClick={() => void remove()}>
            {t`Remove`}
          </Button>
        )}
      </FormActions>
    </form>
  );
}
