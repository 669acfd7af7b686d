import ChevronDown from "lucide-react/icons/chevron-down";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { Button } from "./Button";

const PanelBody = lazy(() => import("./PanelBody"));

/** A button that opens a small panel under it; Escape or a click outside closes it. */
export function PanelButton({
  label,
  icon,
  tone,
  className,
  plain = false,
  panel,
  children,
}: {
  /** Name of the panel. */
  label: string;
  icon?: ReactNode;
  tone?: "plain" | "quiet";
  className?: string;
  /** Without the arrow. */
  plain?: boolean;
  /** What stands in it; a function is given what closes it. */
  panel: ReactNode | ((close: () => void) => ReactNode);
  children: ReactNode;
}) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={trigger}
        icon={icon}
        tone={tone}
        className={className}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={(event) => {
          // A press does not focus a button everywhere; the focus must come back here.
          event.currentTarget.focus();
          setOpen(true);
        }}
      >
        {children}
        {!plain && <ChevronDown size={14} aria-hidden />}
      </Button>
      {open && (
        <Suspense>
          <PanelBody label={label} trigger={trigger} close={() => setOpen(false)}>
            {typeof panel === "function" ? panel(() => setOpen(false)) : panel}
          </PanelBody>
        </Suspense>
      )}
    </>
  );
}
