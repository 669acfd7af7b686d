import { useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { useNotify } from "../../app/notify";
import { useWord } from "../../format";
import { commands, type OwnPoolDraft, type PoolView, type RegisterView } from "../../ipc";
import { AmountField } from "../../parts/AmountField";
import { ComboField } from "../../parts/ComboField";
import { DeleteButton } from "../../parts/DeleteButton";
import { ErrorText } from "../../parts/ErrorText";
import { FormActions } from "../../parts/FormActions";
import { Select } from "../../parts/Select";
import { useKept } from "../../parts/standing/useKept";
import { TextArea, TextField } from "../../parts/TextField";
import { useFirstFocus } from "../../parts/useFirstFocus";
import { useSave } from "../../parts/useSave";
import { poolDraft } from "./drafts";
import css from "./Pools.module.css";
import { facetOrder } from "./shown";

const fields = ["initiativeId", "title", "authority", "amount", "applicants", "canApply", "note"];

/** A pool the agreement does not have: of a fund, of another year, or of an initiative whose pool came later. */
export default function PoolForm({
  pool,
  register,
  onEnd,
  onDeleted,
}: {
  pool: PoolView | null;
  register: RegisterView;
  onEnd: (saved: PoolView | null) => void;
  onDeleted?: () => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  const notify = useNotify();
  const [kept, keep] = useKept<OwnPoolDraft>(`pool ${pool?.id ?? 0}`);
  const form = useRef<HTMLFormElement>(null);
  const save = useSave(fields);
  const removal = useSave();
  const draft = kept ?? poolDraft(pool);
  const set = (patch: Partial<OwnPoolDraft>) => keep({ ...draft, ...patch });
  useFirstFocus(form, "input");
  const submit = () =>
    save.run(() => commands.ownPoolSave(draft), {
      done: (view) => {
        keep(null);
        notify({ tone: "ok", text: t`The pool is saved.` });
        onEnd(view);
      },
    });
  const remove = () =>
    removal.run(() => commands.ownPoolDelete(draft.id, draft.version), {
      done: () => {
        keep(null);
        notify({ tone: "ok", text: t`The pool is deleted.` });
        onDeleted?.();
      },
    });
  return (
    <form
      ref={form}
      className={`${css.detail} ${css.form}`}
      aria-label={pool ? t`Correct the pool` : t`New pool`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 className={css.detailTitle}>{pool ? t`Correct the pool` : t`New pool`}</h2>
      <TextField
        label={t`Title`}
        lang="da"
        value={draft.title}
        onChange={(title) => set({ title })}
        error={save.fieldError("title")}
      />
      <TextField
        label={t`Funder`}
        lang="da"
        value={draft.authority}
        onChange={(authority) => set({ authority })}
        description={t`Ministry, agency or fund.`}
        error={save.fieldError("authority")}
      />
      <AmountField
        label={t`Set aside`}
        value={draft.amount}
        onChange={(amount) => set({ amount })}
        description={t`Write for example 1.725.104 or 1,7 mio.`}
        error={save.fieldError("amount")}
      />
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
      <ComboField
        label={t`Initiative of the agreement`}
        value={draft.initiativeId === null ? "" : String(draft.initiativeId)}
        options={[
          { value: "", label: t`None of them` },
          ...register.initiatives.map(({ id, number, title }) => ({
            value: String(id),
            label: `${number} ${title.da}`,
          })),
        ]}
        onChange={(id) => set({ initiativeId: id === "" ? null : Number(id) })}
      />
      <TextArea
        label={t`Note`}
        lang="da"
        rows={3}
        value={draft.note}
        onChange={(note) => set({ note })}
        error={save.fieldError("note")}
      />
      {save.error && <ErrorText error={save.error} />}
      <FormActions
        busy={save.busy}
        dirty={kept !== null}
        onCancel={() => {
          keep(null);
          onEnd(null);
        }}
      >
        {pool && (
          <DeleteButton label={t`Delete pool …`} title={t`Delete the pool?`} removal={removal} onDelete={remove}>
            {t`The pool goes away with its calls. It can be undone with Ctrl+Z.`}
          </DeleteButton>
        )}
      </FormActions>
    </form>
  );
}
