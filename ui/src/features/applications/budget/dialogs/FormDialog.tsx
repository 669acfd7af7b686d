import type { ReactNode } from "react";
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
  return (
    <Dialog open title={title} onClose={onClose} width={560}>
      <form
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
