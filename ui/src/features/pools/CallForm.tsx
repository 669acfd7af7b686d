import { useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { useNotify } from "../../app/notify";
import { useWord } from "../../format";
import { type CallView, commands, type OwnCallDraft, type PoolView } from "../../ipc";
import { AmountField } from "../../parts/AmountField";
import { DateField } from "../../parts/DateField";
import { DeleteButton } from "../../parts/DeleteButton";
import { ErrorText } from "../../parts/ErrorText";
import { FormActions } from "../../parts/FormActions";
import { PartialDateField } from "../../parts/PartialDateField";
import { Select } from "../../parts/Select";
import { useKept } from "../../parts/standing/useKept";
import { TextArea, TextField } from "../../parts/TextField";
import { TimeField } from "../../parts/TimeField";
import { useFirstFocus } from "../../parts/useFirstFocus";
import { useSave } from "../../parts/useSave";
import { callDraft } from "./drafts";
import css from "./Pools.module.css";
import { facetOrder } from "./shown";

const fields = [
  "title",
  "published",
  "opensOn",
  "questionsUntil",
  "answerExpected",
  "deadline",
  "deadlineTime",
  "movedOn",
  "movedReason",
  "amount",
  "projectFrom",
  "projectTo",
  "applicants",
  "canApply",
  "sources",
];

/** A round of a pool as its funder announced it. A moved deadline is kept beside the earlier one; a wrong one is corrected. */
export default function CallForm({ pool, call, onEnd }: { pool: PoolView; call: CallView | null; onEnd: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const notify = useNotify();
  const [kept, keep] = useKept<OwnCallDraft>(`call ${pool.id} ${call?.id ?? 0}`);
  const form = useRef<HTMLFormElement>(null);
  const save = useSave(fields);
  const removal = useSave();
  const draft = kept ?? callDraft(pool, call);
  const set = (patch: Partial<OwnCallDraft>) => keep({ ...draft, ...patch });
  const moved = call !== null && call.deadline !== null && draft.deadline !== null && draft.deadline !== call.deadline;
  useFirstFocus(form, "input");

  const submit = async () => {
    await save.run(() => commands.ownCallSave(draft), {
      done: () => {
        keep(null);
        notify({ tone: "ok", text: t`The call is saved.` });
        onEnd();
      },
    });
  };
  const remove = () =>
    removal.run(() => commands.ownCallDelete(draft.id, draft.version), {
      done: () => {
        keep(null);
        notify({ tone: "ok", text: t`The call is deleted.` });
        onEnd();
      },
    });
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={call ? t`Correct the call` : t`New call`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={t`Title as published`}
        lang="da"
        value={draft.title}
        onChange={(title) => set({ title })}
        error={save.fieldError("title")}
      />
      <div className={css.pair}>
        <DateField
          label={t`Published`}
          value={draft.published}
          onChange={(published) => set({ published })}
          error={save.fieldError("published")}
        />
        <DateField
          label={t`Opens on`}
          value={draft.opensOn}
          onChange={(opensOn) => set({ opensOn })}
          error={save.fieldError("opensOn")}
        />
      </div>
      <div className={css.pair}>
        <DateField
          label={t`Deadline`}
          value={draft.deadline}
          onChange={(deadline) => set({ deadline })}
          error={save.fieldError("deadline")}
        />
        <TimeField
          label={t`Time of day`}
          value={draft.deadlineTime}
          onChange={(deadlineTime) => set({ deadlineTime })}
          description={t`Empty: not stated.`}
          error={save.fieldError("deadlineTime")}
        />
      </div>
      {moved && (
        <>
          <Select
            label={t`Why it is another day`}
            labelAbove
            value={draft.correction ? "correction" : "move"}
            options={[
              { value: "move", label: t`The deadline was moved: the earlier one is kept` },
              { value: "correction", label: t`Correct a mistake` },
            ]}
            onChange={(why) => set({ correction: why === "correction" })}
          />
          {!draft.correction && (
            <div className={css.pair}>
              <DateField
                label={t`Moved on`}
                value={draft.movedOn}
                onChange={(movedOn) => set({ movedOn })}
                description={t`Empty: today.`}
                error={save.fieldError("movedOn")}
              />
              <TextField
                label={t`Why it was moved`}
                lang="da"
                value={draft.movedReason}
                onChange={(movedReason) => set({ movedReason })}
                error={save.fieldError("movedReason")}
              />
            </div>
          )}
        </>
      )}
      <div className={css.pair}>
        <DateField
          label={t`Questions until`}
          value={draft.questionsUntil}
          onChange={(questionsUntil) => set({ questionsUntil })}
          error={save.fieldError("questionsUntil")}
        />
        <PartialDateField
          label={t`Answer expected`}
          value={draft.answerExpected}
          onChange={(answerExpected) => set({ answerExpected })}
          description={t`As far as it is known, for example October 2019.`}
          error={save.fieldError("answerExpected")}
        />
      </div>
      <AmountField
        label={t`Amount announced`}
        value={draft.amount}
        onChange={(amount) => set({ amount })}
        error={save.fieldError("amount")}
      />
      <div className={css.pair}>
        <DateField
          label={t`Project from`}
          value={draft.projectFrom}
          onChange={(projectFrom) => set({ projectFrom })}
          error={save.fieldError("projectFrom")}
        />
        <DateField
          label={t`Project to`}
          value={draft.projectTo}
          onChange={(projectTo) => set({ projectTo })}
          error={save.fieldError("projectTo")}
        />
      </div>
      <TextArea
        label={t`Who may apply`}
        lang="da"
        rows={2}
        value={draft.applicants}
        onChange={(applicants) => set({ applicants })}
        error={save.fieldError("applicants")}
      />
      <Select
        label={t`Municipality can apply`}
        labelAbove
        value={draft.canApply}
        options={facetOrder.canApply.map((value) => ({ value, label: word("can_apply", value) }))}
        onChange={(canApply) => set({ canApply })}
      />
      <TextArea
        label={t`Published at`}
        rows={2}
        value={draft.sources}
        onChange={(sources) => set({ sources })}
        description={t`Addresses, one per line.`}
        error={save.fieldError("sources")}
      />
      {save.error && <ErrorText error={save.error} />}
      <FormActions
        save={t`Save call`}
        busy={save.busy}
        dirty={kept !== null}
        onCancel={() => {
          keep(null);
          onEnd();
        }}
      >
        {call && (
          <DeleteButton label={t`Delete call …`} title={t`Delete the call?`} removal={removal} onDelete={remove}>
            {t`The call goes away with its deadlines. It can be undone with Ctrl+Z.`}
          </DeleteButton>
        )}
      </FormActions>
    </form>
  );
}
