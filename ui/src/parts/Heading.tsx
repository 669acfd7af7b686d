import type { ReactNode } from "react";
import css from "./Heading.module.css";

/** A small heading, one for each region; one with an id can be gone to. Level 1 is the screen's own; see ScreenHead. */
export function Heading({
  level,
  id,
  aside,
  children,
}: {
  level: 2 | 3 | 4;
  id?: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} tabIndex={id ? -1 : undefined} className={css.heading} data-level={level}>
      {children}
      {aside && <span className={css.aside}> {aside}</span>}
    </Tag>
  );
}
