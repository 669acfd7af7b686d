import type { ReactNode } from "react";
import css from "./ScreenHead.module.css";

/** The top of a screen: its name, what it shows, and what can be set for all of it. `children` is a second line: search, chips. */
export function ScreenHead({
  title,
  about,
  tools,
  children,
}: {
  title: ReactNode;
  about?: ReactNode;
  tools?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className={css.head}>
      <div className={css.line}>
        <h1 className={css.title}>{title}</h1>
        {about && <p className={css.about}>{about}</p>}
        {tools && <div className={css.tools}>{tools}</div>}
      </div>
      {children && <div className={css.second}>{children}</div>}
    </header>
  );
}
