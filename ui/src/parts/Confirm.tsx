import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { ErrorText } from "./ErrorText";

/** Asks before something is removed or lost: what will happen, and the verb itself on the button. */
export function Confirm({
  open,
  title,
  verb,
  keep,
  busy = false,
  error = null,
  onConfirm,
  onClose,
  children,
}: {
  open: boolean;
  title: string;
  verb: string;
  /** What the other button says; »Annullér« unless told. */
  keep?: string;
  busy?: boolean;
  /** Why it was refused; it then stays open. */
  error?: unknown;
  /** Closes the dialog itself when it answers nothing; a promise of false keeps it open. */
  onConfirm: () => unknown;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useLingui();
  const confirm = async () => {
    if ((await onConfirm()) !== false) onClose();
  };
  return (
    <Dialog
      alert
      open={open}
      width={440}
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{keep ?? t`Cancel`}</Button>
          <Button tone="bad" disabled={busy} onClick={() => void confirm()}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
      {error !== null && <ErrorText error={error} />}
    </Dialog>
  );
}
