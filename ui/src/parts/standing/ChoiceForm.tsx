import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { useNotify } from "../../app/notify";
import { useWord } from "../../format";
import { type Choice, commands, type PutView } from "../../ipc";
import { DanishText } from "../DanishText";
import { DateField } from "../DateField";
import { ErrorText } from "../ErrorText";
import { FormActions } from "../FormActions";
import { Mark } from "../Mark";
import { OptionalSelect } from "../OptionalSelect";
import { TextArea } from "../TextField";
import { useFirstFocus } from "../useFirstFocus";
import { useSave } from "../useSave";
import { choiceName } from "./assessment";
import css from "./Standing.module.css";
import { useKept } from "./useKept";

type Written = { choice: Choice | null; reason: string; chosenOn: string | null };
const nothing: Written = { choice: null, reason: "", chosenOn: null };
const choices: readonly Choice[] = ["apply", "do_not_apply"];

/** The final choice. Where a committee set a condition, this is what answers it. */
export default function ChoiceForm({
  poolId,
  open,
  onEnd,
}: {
  poolId: number;
  /** The point whose condition is answered by it. */
  open: PutView | null;
  onEnd: () => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  const notify = useNotify();
  const [kept, keep] = useKept<Written>(choiceName(poolId));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = useSave(["choice", "reason", "chosenOn"]);
  const written = kept ?? nothing;
  const set = (patch: Partial<Written>) => keep({ ...written, ...patch });
  const { choice } = written;
  const unsaid = choice === "do_not_apply" && written.reason.trim() === "";
  useFirstFocus(form, "button");

  const end = () => {
    keep(null);
    onEnd();
  };
  const submit = async () => {
    setTried(true);
    if (choice === null || unsaid) return;
    const { reason, chosenOn } = written;
    await save.run(() => commands.choiceSave({ poolId, choice, reason: reason.trim(), chosenOn }), {
      done: () => {
        keep(null);
        notify({ tone: "ok", text: t`The final choice is saved.` });
        onEnd();
      },
    });
  };
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={open ? t`Answer the condition` : t`Make the final choice`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {open && (
        <Mark tone="warn" filled>
          {t`The condition:`} <DanishText>{open.condition}</DanishText>
        </Mark>
      )}
      <div>
        <OptionalSelect
          label={t`Final choice`}
          labelAbove
          value={choice}
          options={choices.map((value) => ({ value, label: word("choice", value) }))}
          none={t`Choose …`}
          onChange={(next) => set({ choice: next })}
        />
        {tried && choice === null && <p className={css.wrong}>{t`Choose whether it is applied for.`}</p>}
      </div>
      <TextArea
        label={open ? t`Answer to the condition` : t`Reason`}
        lang="da"
        rows={3}
        value={written.reason}
        onChange={(reason) => set({ reason })}
        error={tried && unsaid ? t`Say why it is not applied for.` : save.fieldError("reason")}
      />
      <DateField
        label={t`Chosen on`}
        value={written.chosenOn}
        onChange={(chosenOn) => set({ chosenOn })}
        description={t`Empty is today.`}
        error={save.fieldError("chosenOn")}
      />
      {save.error && <ErrorText error={save.error} />}
      <FormActions save={t`Save choice`} busy={save.busy} dirty={kept !== null} onCancel={end} />
    </form>
  );
}
