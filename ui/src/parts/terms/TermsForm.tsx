import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useRef } from "react";
import { ErrorText } from "../ErrorText";
import { FormActions } from "../FormActions";
import { TextArea } from "../TextField";
import { useFirstFocus } from "../useFirstFocus";
import css from "./terms.module.css";
import type { TermsSave } from "./useTerms";

/** The form of a rule, or of putting one out of force: always with where it stands, or why. What is refused gets the focus. */
export function TermsForm({
  label,
  applies,
  reason,
  setReason,
  fields,
  save,
  dirty,
  onSubmit,
  onCancel,
  children,
}: {
  label: string;
  applies: boolean;
  reason: string;
  setReason: (reason: string) => void;
  /** The fields a refusal can be about, as the program names them. */
  fields: readonly string[];
  save: TermsSave;
  dirty: boolean;
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
}) {
  const { t } = useLingui();
  const form = useRef<HTMLFormElement>(null);
  useFirstFocus(form, "button, input, textarea");
  const refused = fields.some((field) => save.fieldError(field) !== undefined);
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [refused]);
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <TextArea
        label={applies ? t`Where it stands, or why` : t`Why it does not hold`}
        lang="da"
        rows={2}
        value={reason}
        onChange={setReason}
        description={t`Required. For example: § 4 of the order, or the letter of 12 March.`}
        error={save.fieldError("reason")}
      />
      {save.error && <ErrorText error={save.error} />}
      <FormActions busy={save.busy} dirty={dirty} onCancel={onCancel} />
    </form>
  );
}
