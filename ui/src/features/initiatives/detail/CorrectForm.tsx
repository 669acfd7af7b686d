import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useAction } from "../../../app/actions";
import { useWord } from "../../../format";
import type { CanApply } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { DanishText } from "../../../parts/DanishText";
import { Dialog } from "../../../parts/Dialog";
import { ErrorText } from "../../../parts/ErrorText";
import { Mark } from "../../../parts/Mark";
import { Select } from "../../../parts/Select";
import { TextArea, TextField } from "../../../parts/TextField";
import css from "./Correct.module.css";
import { type Draft, differing, type FieldKey, type Fields } from "./draft";
import { useFieldNames } from "./FieldWords";

const answers: readonly CanApply[] = ["yes", "partner", "unclear", "no"];

type Props = {
  draft: Draft;
  onChange: (draft: Draft) => void;
  onSave: () => void;
  onEnd: () => void;
  /** Whether the keyboard goes into the form as it opens: not when it is met again on the way through the register. */
  takeFocus: boolean;
  saving: boolean;
  error: unknown;
  /** What another person wrote meanwhile, where both changed the same. */
  theirs: Partial<Fields> | null;
};

/** A correction of our reading, in place. Nothing written is lost to Escape, to an error or to another's change. */
export function CorrectForm({ draft, onChange, onSave, onEnd, takeFocus, saving, error, theirs }: Props) {
  const { t } = useLingui();
  const word = useWord();
  const names = useFieldNames();
  const form = useRef<HTMLFormElement>(null);
  const [asking, setAsking] = useState(false);
  const dirty = differing(draft.seen, draft.written).length > 0;
  const set = (patch: Partial<Fields>) => onChange({ ...draft, written: { ...draft.written, ...patch } });
  const end = () => (dirty ? setAsking(true) : onEnd());
  useAction({
    id: "initiative.correctSave",
    title: t`Save the correction`,
    keys: "Ctrl+S",
    group: t`Initiative`,
    run: onSave,
  });
  useEffect(() => {
    if (takeFocus) form.current?.querySelector<HTMLElement>("button, input")?.focus();
  }, [takeFocus]);

  const clash = (key: FieldKey): ReactNode => {
    const other = theirs?.[key];
    if (other === undefined || other === draft.written[key]) return null;
    const shown = key === "canApply" ? word("can_apply", other) : other;
    return (
      <Mark tone="warn" filled>
        {t`Meanwhile changed to:`} <DanishText>{shown || t`empty`}</DanishText>
        <Button className={css.take} onClick={() => set({ [key]: other })}>{t`Use this instead`}</Button>
      </Mark>
    );
  };
  const text = (key: "applicants" | "authority" | "summary", rows: number) => (
    <>
      <TextArea
        label={names[key]}
        lang="da"
        rows={rows}
        value={draft.written[key]}
        onChange={(value) => set({ [key]: value })}
      />
      {clash(key)}
    </>
  );
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={t`Correct the reading`}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        end();
      }}
    >
      <p
        className={css.about}
      >{t`Title and amounts are the agreement's own. What is corrected here is our reading of it.`}</p>
      <Select
        label={names.canApply}
        labelAbove
        value={draft.written.canApply}
        options={answers.map((value) => ({ value, label: word("can_apply", value) }))}
        onChange={(canApply) => set({ canApply })}
      />
      {clash("canApply")}
      <TextField
        label={names.canApplyPlace}
        lang="da"
        value={draft.written.canApplyPlace}
        onChange={(canApplyPlace) => set({ canApplyPlace })}
      />
      {clash("canApplyPlace")}
      {text("applicants", 2)}
      {text("authority", 2)}
      {text("summary", 7)}
      {theirs && (
        <Mark tone="warn" filled>
          {t`This initiative was changed while you wrote. What you wrote is kept. Saving again puts it in place of the newer text.`}
        </Mark>
      )}
      {error !== null && !theirs && <ErrorText error={error} />}
      <div className={css.buttons}>
        <Button tone="primary" type="submit" aria-disabled={saving}>
          {t`Save`}
        </Button>
        <Button onClick={end}>{t`Cancel`}</Button>
      </div>
      <Dialog
        alert
        open={asking}
        width={420}
        title={t`Discard the correction?`}
        onClose={() => setAsking(false)}
        foot={
          <>
            <Button onClick={() => setAsking(false)}>{t`Keep writing`}</Button>
            <Button
              tone="bad"
              onClick={() => {
                setAsking(false);
                onEnd();
              }}
            >
              {t`Discard`}
            </Button>
          </>
        }
      >
        {t`What you have written here has not been saved.`}
      </Dialog>
    </form>
  );
}
