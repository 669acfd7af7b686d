import ChevronDown from "lucide-react/icons/chevron-down";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { Button } from "../../parts/Button";

const PanelBody = lazy(() => import("./PanelBody"));

/** A button that opens a small panel under it; Escape or a click outside closes it. */
export function PanelButton({
  label,
  icon,
  panel,
  children,
}: {
  label: string;
  icon?: ReactNode;
  panel: ReactNode;
  children: ReactNode;
}) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button ref={trigger} icon={icon} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        {children}
        <ChevronDown size={14} aria-hidden />
      </Button>
      {open && (
        <Suspense>
          <PanelBody label={label} trigger={trigger} close={() => setOpen(false)}>
            {panel}
          </PanelBody>
        </Suspense>
      )}
    </>
  );
}
