import type { ReactNode } from "react";
import { AsOfControl } from "../app/asOf";
import css from "./ScreenHead.module.css";

/** The top of a screen: its name, what it shows, which day it stands on, and what can be set for all of it. `children` is a second line: search, chips. */
export function ScreenHead({
  title,
  about,
  tools,
  dated = true,
  children,
}: {
  title: ReactNode;
  about?: ReactNode;
  tools?: ReactNode;
  /** Whether what it shows depends on the day. */
  dated?: boolean;
  children?: ReactNode;
}) {
  return (
    <header className={css.head}>
      <div className={css.line}>
        <h1 className={css.title}>{title}</h1>
        {about && <p className={css.about}>{about}</p>}
        {(tools || dated) && (
          <div className={css.tools}>
            {tools}
            {dated && <AsOfControl />}
          </div>
        )}
      </div>
      {children && <div className={css.second}>{children}</div>}
    </header>
  );
}
