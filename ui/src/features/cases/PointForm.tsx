import { useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { type CasePoint, type CaseView, commands } from "../../ipc";
import { ErrorText } from "../../parts/ErrorText";
import { FormActions } from "../../parts/FormActions";
import { useKept } from "../../parts/standing/useKept";
import { TextArea } from "../../parts/TextField";
import { useFirstFocus } from "../../parts/useFirstFocus";
import css from "./Case.module.css";
import { useCaseSave } from "./useCase";

/** What a point recommends, and on which condition. */
export function PointForm({ point, onEnd }: { point: CasePoint; onEnd: (id: number) => void }) {
  const { t } = useLingui();
  const [kept, keep] = useKept<{ text: string; condition: string }>(
    `point ${point.committeeCaseId} ${point.id} ${point.parentId}`,
  );
  const form = useRef<HTMLFormElement>(null);
  const save = useCaseSave(["text", "condition"]);
  const written = kept ?? { text: point.text, condition: point.condition };
  const set = (patch: Partial<typeof written>) => keep({ ...written, ...patch });
  useFirstFocus(form, "textarea");
  const submit = () => {
    const row = { ...point, text: written.text.trim(), condition: written.condition.trim() };
    return save.run(
      () => commands.casePartSave({ kind: "point", row }),
      (view) => {
        keep(null);
        onEnd(point.id || newest(view));
      },
    );
  };
  return (
    <form
      ref={form}
      className={`${css.form} ${css.boxed}`}
      aria-label={point.id === 0 ? t`New point` : t`Correct the point`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextArea
        label={t`What is recommended`}
        lang="da"
        rows={3}
        value={written.text}
        onChange={(text) => set({ text })}
        error={save.fieldError("text")}
      />
      <TextArea
        label={t`On the condition`}
        lang="da"
        rows={2}
        value={written.condition}
        onChange={(condition) => set({ condition })}
        description={t`Holds for the points inside it too. Stays visible until it is answered.`}
        error={save.fieldError("condition")}
      />
      {save.error && <ErrorText error={save.error} />}
      <FormActions
        save={t`Save point`}
        busy={save.busy}
        dirty={kept !== null}
        onCancel={() => {
          keep(null);
          onEnd(point.id || (point.parentId ?? 0));
        }}
      />
    </form>
  );
}

const newest = (view: CaseView) => Math.max(0, ...view.points.map(({ point }) => point.id));
