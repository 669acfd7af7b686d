import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./Button";
import { Confirm } from "./Confirm";
import css from "./FormActions.module.css";

/**
 * The foot of a form, to stand inside its `<form>`: save (also Ctrl+Enter, also from a field of several lines) and cancel
 * (also Escape, asking first where something typed would be lost).
 */
export function FormActions({
  save,
  busy = false,
  disabled = false,
  dirty = false,
  onCancel,
  children,
}: {
  /** The verb on the button; »Gem« unless told. */
  save?: string;
  busy?: boolean;
  /** Something typed cannot be understood. */
  disabled?: boolean;
  /** Something is typed that is not kept. */
  dirty?: boolean;
  onCancel?: () => void;
  /** More buttons, to the right. */
  children?: ReactNode;
}) {
  const { t } = useLingui();
  const foot = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState(false);
  const newest = useRef<() => void>(undefined);
  newest.current = onCancel && (() => (dirty ? setAsking(true) : onCancel()));
  useEffect(() => {
    const form = foot.current?.closest("form");
    if (!form) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        form.requestSubmit();
      } else if (event.key === "Escape" && newest.current) {
        event.preventDefault();
        event.stopPropagation();
        newest.current();
      }
    };
    form.addEventListener("keydown", onKey);
    return () => form.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div className={css.foot} ref={foot}>
      <Button
        tone="primary"
        type="submit"
        aria-disabled={busy || disabled || undefined}
        aria-keyshortcuts="Control+Enter"
        onClick={(event) => (busy || disabled) && event.preventDefault()}
      >
        {save ?? t`Save`}
      </Button>
      {onCancel && <Button onClick={() => newest.current?.()}>{t`Cancel`}</Button>}
      {children && <div className={css.more}>{children}</div>}
      <Confirm
        open={asking}
        title={t`Discard what you typed?`}
        verb={t`Discard`}
        keep={t`Keep writing`}
        onConfirm={() => onCancel?.()}
        onClose={() => setAsking(false)}
      >
        {t`What you have written here has not been saved.`}
      </Confirm>
    </div>
  );
}
