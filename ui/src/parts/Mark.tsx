import Check from "lucide-react/icons/check";
import Info from "lucide-react/icons/info";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";
import css from "./Mark.module.css";

/** `plain` says no more than its word. */
export type Tone = "ok" | "warn" | "bad" | "info" | "soft" | "plain";

/** A colour with its meaning: always an icon and a word beside it. `icon={null}` leaves the icon out where another stands. */
export function Mark({
  tone,
  icon,
  filled = false,
  children,
}: {
  tone: Tone;
  icon?: ReactNode;
  /** On a coloured ground, for a remark of some lines. */
  filled?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={css.mark} data-tone={tone} data-filled={filled || undefined}>
      {icon === undefined ? usual(tone) : icon}
      <span>{children}</span>
    </span>
  );
}

function usual(tone: Tone): ReactNode {
  if (tone === "ok") return <Check size={14} aria-hidden />;
  if (tone === "info" || tone === "soft" || tone === "plain") return <Info size={14} aria-hidden />;
  return <TriangleAlert size={14} aria-hidden />;
}
