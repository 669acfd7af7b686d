import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DeadlineItem } from "../../ipc";

/** The way to a day to keep: its place among the deadlines, where it says why and what can be done about it. */
export function DaySubject({
  day,
  className,
  children,
}: {
  day: Pick<DeadlineItem, "key">;
  className: string | undefined;
  children: ReactNode;
}) {
  return (
    <Link className={className} to="/deadlines" search={{ view: "list", day: day.key }}>
      {children}
    </Link>
  );
}

type About = { applicationId: number | null; poolKey: string | null; caseId: number | null };

/** The way to what a line is about: an application, a case or a pool; plain text where it is none. */
export function Subject({
  about,
  className,
  children,
}: {
  about: About;
  className: string | undefined;
  children: ReactNode;
}) {
  const { applicationId, caseId, poolKey } = about;
  if (applicationId !== null)
    return (
      <Link className={className} to="/applications/$id" params={{ id: String(applicationId) }}>
        {children}
      </Link>
    );
  if (caseId !== null)
    return (
      <Link className={className} to="/cases/$id" params={{ id: String(caseId) }}>
        {children}
      </Link>
    );
  if (poolKey !== null)
    return (
      <Link className={className} to="/pools/$key" params={{ key: poolKey }}>
        {children}
      </Link>
    );
  return <div className={className}>{children}</div>;
}
