import { lazy, type ReactNode, Suspense } from "react";

export type DialogProps = {
  title: string;
  open: boolean;
  onClose: () => void;
  /** Buttons, the one that does it last. */
  foot?: ReactNode;
  /** Pixels; 520 unless told. */
  width?: number;
  /** Read out as urgent: something is about to be overwritten or lost. */
  alert?: boolean;
  children: ReactNode;
};

const DialogBody = lazy(() => import("./DialogBody"));

/** A modal dialog: focus goes in, stays, and returns; Escape closes. */
export function Dialog(props: DialogProps) {
  if (!props.open) return null;
  return (
    <Suspense>
      <DialogBody {...props} />
    </Suspense>
  );
}
