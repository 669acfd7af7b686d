import type { ReactNode, Ref } from "react";
import css from "./Section.module.css";

/** What may be wider (or, with `tall`, higher) than its place scrolls in it, and is reached by keyboard, also where nothing in it can be. */
export function Scrolled({
  label,
  tall = false,
  ref,
  children,
}: {
  label: string;
  tall?: boolean;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by arrow keys
    <section ref={ref} className={css.scrolled} data-tall={tall || undefined} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
