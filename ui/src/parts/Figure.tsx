import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import css from "./Figure.module.css";

/** A figure: tabular, set right, never broken. */
export function Figure({ children, strong = false }: { children: ReactNode; strong?: boolean }) {
  return (
    <span className={css.figure} data-strong={strong || undefined}>
      {children}
    </span>
  );
}

/** Where the agreement prints »-«: none, not zero. Read out as a word. */
export function NoFigure() {
  const { t } = useLingui();
  return (
    <span className={css.figure} data-none>
      <span aria-hidden>–</span>
      <Unseen>{t`none`}</Unseen>
    </span>
  );
}

/** Text for screen readers alone. */
export function Unseen({ children }: { children: ReactNode }) {
  return <span className={css.unseen}>{children}</span>;
}
