import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Button } from "./Button";
import { Confirm } from "./Confirm";

/** Deletes what a form is about, once it is said what goes with it. */
export function DeleteButton({
  label,
  title,
  removal,
  onDelete,
  children,
}: {
  /** On the button, with an ellipsis. */
  label: string;
  /** What is asked. */
  title: string;
  removal: { busy?: boolean; error: unknown; reset: () => void };
  /** A promise of false keeps the question open. */
  onDelete: () => unknown;
  /** What goes with it, and that it can be undone. */
  children: ReactNode;
}) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button tone="bad" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Confirm
        open={asking}
        title={title}
        verb={t`Delete`}
        busy={removal.busy}
        error={removal.error}
        onConfirm={onDelete}
        onClose={() => {
          setAsking(false);
          removal.reset();
        }}
      >
        {children}
      </Confirm>
    </>
  );
}
