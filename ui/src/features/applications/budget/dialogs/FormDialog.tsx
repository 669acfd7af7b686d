import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import type { Error as CommandFailure } from "../../../../ipc";
import { Dialog } from "../../../../parts/Dialog";
import { ErrorText } from "../../../../parts/ErrorText";
import { FormActions } from "../../../../parts/FormActions";
import css from "../budget.module.css";

/** A question about a version with its fields; what was typed stays on any refusal. */
export function FormDialog({
  title,
  verb,
  busy,
  disabled,
  dirty,
  error,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  verb: string;
  busy: boolean;
  disabled?: boolean;
  dirty?: boolean;
  error: CommandFailure | unknown;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <Dialog open title={title} onClose={onClose} width={560}>
      <First form={form} />
      <form
        ref={form}
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        {error != null && <ErrorText error={error} />}
        <FormActions save={verb} busy={busy} disabled={disabled} dirty={dirty} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

/** Gives the keyboard to the first field, once the dialog stands. */
function First({ form }: { form: RefObject<HTMLFormElement | null> }) {
  useEffect(() => {
    if (!form.current?.contains(document.activeElement))
      form.current?.querySelector<HTMLElement>("input, textarea, button")?.focus();
  }, [form]);
  return null;
}
