import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useChanged } from "../../app/changes";
import { useNotify } from "../../app/notify";
import { useWord } from "../../format";
import { type CaseView, type CommitteeCase, commands } from "../../ipc";
import { DateField } from "../../parts/DateField";
import { DeleteButton } from "../../parts/DeleteButton";
import { asFailure, ErrorText } from "../../parts/ErrorText";
import { FormActions } from "../../parts/FormActions";
import { Select } from "../../parts/Select";
import { useKept } from "../../parts/standing/useKept";
import { TextArea, TextField } from "../../parts/TextField";
import { useFirstFocus } from "../../parts/useFirstFocus";
import css from "./Case.module.css";
import { kinds } from "./kinds";
import { useCaseSave } from "./useCase";

const fields = ["title", "kind", "caseNumber", "recommendedOn", "summary"];

/** What the case is called and numbered; from here it can also be removed. */
export default function CaseForm({ view, onEnd }: { view: CaseView; onEnd: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const notify = useNotify();
  const navigate = useNavigate();
  const changed = useChanged();
  const { id, version } = view.committeeCase;
  const [kept, keep] = useKept<CommitteeCase>(`case row ${id}`);
  const [refusal, setRefusal] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  const save = useCaseSave(fields);
  const row = kept ?? view.committeeCase;
  const set = (patch: Partial<CommitteeCase>) => keep({ ...row, ...patch });
  useFirstFocus(form, "input");

  const submit = () =>
    save.run(
      () => commands.caseSave({ ...row, title: row.title.trim() }),
      () => {
        keep(null);
        notify({ tone: "ok", text: t`The case is saved.` });
        onEnd();
      },
    );
  const remove = async () => {
    try {
      const { changed: tables } = await commands.caseDelete(id, version);
      keep(null);
      // First away from it: what is gone is not loaded again.
      await navigate({ to: "/cases" });
      changed(tables);
      notify({ tone: "ok", text: t`The case is deleted.` });
      return true;
    } catch (error) {
      setRefusal(asFailure(error));
      return false;
    }
  };
  return (
    <form
      ref={form}
      className={`${css.form} ${css.boxed}`}
      aria-label={t`Correct the case`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={t`Title`}
        lang="da"
        value={row.title}
        onChange={(title) => set({ title })}
        error={save.fieldError("title")}
      />
      <div className={css.pair}>
        <Select
          label={t`Kind`}
          labelAbove
          value={row.kind}
          options={kinds.map((value) => ({ value, label: word("case_kind", value) }))}
          onChange={(kind) => set({ kind })}
        />
        <TextField
          label={t`Case number`}
          value={row.caseNumber}
          onChange={(caseNumber) => set({ caseNumber })}
          error={save.fieldError("caseNumber")}
        />
        <DateField
          label={t`Recommended on`}
          value={row.recommendedOn}
          onChange={(recommendedOn) => set({ recommendedOn })}
          description={t`Empty: counts from the first meeting.`}
          error={save.fieldError("recommendedOn")}
        />
        <label className={css.check}>
          <input type="checkbox" checked={row.closed} onChange={(event) => set({ closed: event.target.checked })} />
          {t`Closed item`}
        </label>
      </div>
      <TextArea
        label={t`What it is about`}
        lang="da"
        rows={3}
        value={row.summary}
        onChange={(summary) => set({ summary })}
        error={save.fieldError("summary")}
      />
      {save.error && <ErrorText error={save.error} />}
      <FormActions
        busy={save.busy}
        dirty={kept !== null}
        onCancel={() => {
          keep(null);
          onEnd();
        }}
      >
        <DeleteButton
          label={t`Delete case …`}
          title={t`Delete the case?`}
          removal={{ error: refusal, reset: () => setRefusal(null) }}
          onDelete={remove}
        >
          {t`Its points, decisions and follow-ups go away with it. It can be undone with Ctrl+Z.`}
        </DeleteButton>
      </FormActions>
    </form>
  );
}
