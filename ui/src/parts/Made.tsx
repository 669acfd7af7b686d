import { Plural, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { DanishText } from "./DanishText";
import css from "./Made.module.css";
import { PanelButton } from "./PanelButton";

/** A figure that opens what it is made of. */
export function MadeButton({
  title,
  className,
  panel,
  children,
}: {
  /** What the figure is called. */
  title: string;
  className?: string | undefined;
  panel: ReactNode;
  children: ReactNode;
}) {
  return (
    <PanelButton label={title} plain tone="quiet" className={`${css.figure} ${className ?? ""}`} panel={panel}>
      {children}
    </PanelButton>
  );
}

const few = 8;

/** How a figure is made, the first of the applications it is made of, and the way to all of them in the list. */
export function MadeOf({
  title,
  how,
  rows,
  ids,
  sum,
  children,
}: {
  title: string;
  /** How it is made, in words. */
  how: ReactNode;
  /** Applications, each with its part of the figure. */
  rows: readonly { id: number; title: string; value: ReactNode }[];
  /** All it is made of. */
  ids: readonly number[];
  sum?: string | undefined;
  /** What is not in the figure, and why. */
  children?: ReactNode;
}) {
  const { t } = useLingui();
  const more = rows.length - few;
  return (
    <div className={css.panel}>
      <h2 className={css.title}>{title}</h2>
      <p className={css.how}>{how}</p>
      <ul className={css.rows}>
        {rows.slice(0, few).map(({ id, title: name, value }) => (
          <li key={id}>
            <Link to="/applications/$id" params={{ id: String(id) }}>
              <DanishText>{name}</DanishText>
            </Link>
            <span className={css.value}>{value}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={css.how}>{t`and ${more} more`}</p>}
      {sum !== undefined && (
        <p className={css.sum}>
          <span>{t`Total`}</span>
          <span>{sum}</span>
        </p>
      )}
      {children}
      {ids.length > 0 && (
        <Link to="/applications" search={{ ids: ids.join(","), title }} className={css.way}>
          <Plural value={ids.length} one="Show it in the list" other="Show the # in the list" />
        </Link>
      )}
    </div>
  );
}

/** A remark in the panel of a figure. */
export function MadeRemark({ children }: { children: ReactNode }) {
  return <p className={css.how}>{children}</p>;
}
