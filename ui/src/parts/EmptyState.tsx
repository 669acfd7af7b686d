import type { ReactNode } from "react";
import css from "./EmptyState.module.css";

/** Where there is nothing: what would stand here, and how it comes to. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p className={css.title}>{title}</p>
      {children && <div className={css.text}>{children}</div>}
      {action}
    </div>
  );
}
