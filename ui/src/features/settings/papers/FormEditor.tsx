import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef } from "react";
import { useActions } from "../../../app/actions";
import { useMunicipality } from "../../../app/municipality";
import { useNotify } from "../../../app/notify";
import { commands, type FormView, type PaperForm } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { ErrorText } from "../../../parts/ErrorText";
import { FormActions } from "../../../parts/FormActions";
import { Heading } from "../../../parts/Heading";
import { ReportPreview } from "../../../parts/report/ReportPreview";
import { TextField } from "../../../parts/TextField";
import { useFirstFocus } from "../../../parts/useFirstFocus";
import { useSave } from "../../../parts/useSave";
import { type Draft, drafted, same, toSave } from "./draft";
import css from "./Papers.module.css";
import { Parts } from "./Parts";
import { filled, sample } from "./sample";

const fields = ["name", "labelPattern", "titlePattern", "intro", "pointPrefix", "decisionPattern", "heading"];

/** A form in hand: what it is called, its patterns each with an example, its headings, and a paper of it beside. */
export function FormEditor({
  draft,
  earlier,
  onDraft,
  onEnd,
}: {
  draft: Draft;
  /** As it is saved; null for a new one. */
  earlier: FormView | null;
  onDraft: (draft: Draft) => void;
  onEnd: () => void;
}) {
  const { t } = useLingui();
  const notify = useNotify();
  const municipality = useMunicipality();
  const { runAction } = useActions();
  const { run, busy, error, fieldError } = useSave(fields);
  const root = useRef<HTMLFormElement>(null);
  useFirstFocus(root, "input");
  const refused = fields.some((field) => fieldError(field) !== undefined);
  useEffect(() => {
    if (refused) root.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [refused]);
  const { form } = draft;
  const shown = useDeferredValue(draft);
  const report = useMemo(() => sample(toSave(shown), municipality?.name ?? ""), [shown, municipality]);
  const title = earlier ? t`Change “${earlier.form.name}”` : t`A new form`;
  const set = (patch: Partial<PaperForm>) => onDraft({ ...draft, form: { ...form, ...patch } });
  const submit = () =>
    run(() => commands.paperFormSave(toSave(draft)), {
      key: ["paperForms"],
      done: () => {
        onEnd();
        notify({
          tone: "ok",
          text: t`“${form.name}” is saved.`,
          action: { label: t`Undo`, run: () => runAction("history.undo") },
        });
      },
    });
  const text = (field: keyof PaperForm & string, label: string, description?: ReactNode) => (
    <TextField
      label={label}
      lang="da"
      value={String(form[field])}
      onChange={(value) => set({ [field]: value })}
      description={description}
      error={fieldError(field)}
    />
  );
  const means: Readonly<Record<string, string>> = {
    item: t`the item's number`,
    title: t`the case's title`,
    kind: t`decision, discussion or information`,
    case_number: t`the case number`,
    committee: t`the committee's name`,
    date: t`the day in words`,
    day: t`the day in figures`,
  };
  const example = (pattern: string, can: readonly string[]) => (
    <>
      {t`Can have:`} {can.map((code) => `{${code}} ${means[code]}`).join(", ")}.{" "}
      {pattern && (
        <>
          {t`Becomes:`} <DanishText>{filled(pattern)}</DanishText>
        </>
      )}
    </>
  );
  return (
    <form
      ref={root}
      className={css.editor}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Heading level={3}>{title}</Heading>
      <div className={css.columns}>
        <div className={css.fields}>
          {text("name", t`What the form is called`)}
          {text("labelPattern", t`Above the title`, example(form.labelPattern, ["item"]))}
          {text("titlePattern", t`The title`, example(form.titlePattern, ["item", "title", "kind", "case_number"]))}
          {text("intro", t`Before the points of the recommendation`)}
          {text("pointPrefix", t`Before each point`, t`For example “at”. May be left out.`)}
          <label className={css.check}>
            <input
              type="checkbox"
              checked={form.numberSingle}
              onChange={(event) => set({ numberSingle: event.currentTarget.checked })}
            />
            {t`Number a point that stands alone`}
          </label>
          {text(
            "decisionPattern",
            t`Above what a committee decided`,
            example(form.decisionPattern, ["committee", "date", "day"]),
          )}
          <Parts draft={draft} onDraft={onDraft} wrong={fieldError("heading")} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keys */}
        <section className={css.sample} aria-label={t`A paper in this form`} tabIndex={0}>
          <ReportPreview report={report} level={4} />
        </section>
      </div>
      {error && <ErrorText error={error} />}
      <FormActions
        busy={busy}
        disabled={form.name.trim() === ""}
        dirty={earlier === null || !same(draft, drafted(earlier))}
        onCancel={onEnd}
      />
    </form>
  );
}
