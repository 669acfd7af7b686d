import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import css from "./Overlay.module.css";
import { openByKey } from "./trigger";

export type MenuItem = {
  id: string;
  label: string;
  /** A second, softer line. */
  more?: string;
  icon?: ReactNode;
  keys?: string;
  disabled?: boolean;
  /** Makes it a choice that is on or off; the menu stays open when one is changed. */
  checked?: boolean;
  onAction: () => void;
};

/** Items under a heading; sections are parted by a line. */
export type MenuSection = { heading?: string; items: MenuItem[] };

const MenuBody = lazy(() => import("./MenuBody"));

/** A button that opens a menu. `label` names both where the button shows more than words. */
export function Menu({
  label,
  sections,
  quiet,
  wide,
  className,
  children,
}: {
  label: string;
  sections: MenuSection[];
  quiet?: boolean;
  wide?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={className ?? css.trigger}
        data-quiet={quiet || undefined}
        data-wide={wide || undefined}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={(event) => {
          // A press does not focus a button everywhere; the focus must come back here.
          event.currentTarget.focus();
          setOpen(true);
        }}
        onKeyDown={openByKey(() => setOpen(true))}
      >
        {children}
      </button>
      {open && (
        <Suspense>
          <MenuBody label={label} sections={sections} trigger={trigger} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
