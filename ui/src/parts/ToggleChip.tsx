import X from "lucide-react/icons/x";
import type { ReactNode } from "react";
import css from "./ToggleChip.module.css";

/** A choice that is on or off; `removable` shows a cross while it is on. */
export function ToggleChip({
  pressed,
  onChange,
  removable = false,
  children,
}: {
  pressed: boolean;
  onChange: (pressed: boolean) => void;
  removable?: boolean;
  children: ReactNode;
}) {
  return (
    <button type="button" className={css.chip} aria-pressed={pressed} onClick={() => onChange(!pressed)}>
      {children}
      {removable && pressed && <X size={13} aria-hidden />}
    </button>
  );
}
