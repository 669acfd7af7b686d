import type { ReactNode } from "react";
import css from "./Economy.module.css";

/** A table under its heading; where it is wider than the window it scrolls sideways, also by keyboard. */
export function Sheet({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keys
    <section className={css.scroll} aria-labelledby={heading} tabIndex={0}>
      <table className={css.table} aria-labelledby={heading}>
        {children}
      </table>
    </section>
  );
}
