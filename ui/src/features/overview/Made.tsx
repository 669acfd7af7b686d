import { Plural, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useAsOf } from "../../app/asOf";
import { useSession } from "../../app/session";
import { useWord } from "../../format";
import { type ApplicationRow, commands } from "../../ipc";
import { formatAmount, oere } from "../../money";
import { DanishText } from "../../parts/DanishText";
import { ErrorText } from "../../parts/ErrorText";
import { PanelButton } from "../../parts/PanelButton";
import css from "./Made.module.css";
import { useSums } from "./useSums";

/** How a figure is made. */
export type Making = {
  /** What the figure is called, also over the list it opens. */
  title: string;
  /** How it is made, in words. */
  how: ReactNode;
  /** The applications it is made of. */
  ids: readonly number[];
  /** The figure's column in the list of applications, where it is a sum; else each is shown with its status. */
  column?: "ourRequested" | "ourAwarded";
  /** The sum itself. */
  sum?: string;
  /** What is not in the figure, and why. */
  besides?: ReactNode;
};

const few = 8;

/** A figure that opens: how it is made, the applications it is made of, and the way to them in the list. */
export function Made({ making, className, children }: { making: Making; className?: string; children: ReactNode }) {
  return (
    <PanelButton
      label={making.title}
      plain
      tone="quiet"
      className={`${css.figure} ${className ?? ""}`}
      panel={<MadeOf making={making} />}
    >
      {children}
    </PanelButton>
  );
}

function MadeOf({ making }: { making: Making }) {
  const { t } = useLingui();
  const { whole } = useSums();
  const asOf = useAsOf();
  const { data, error } = useQuery({ queryKey: ["applications", asOf], queryFn: () => commands.applications(asOf) });
  const { title, how, ids, column, sum, besides } = making;
  const wanted = new Set(ids);
  const rows = data?.applications.filter((row) => wanted.has(row.id)) ?? [];
  const without = column ? rows.filter((row) => row[column] === null).length : 0;
  const more = rows.length - few;
  return (
    <div className={css.panel}>
      <h2 className={css.title}>{title}</h2>
      <p className={css.how}>{how}</p>
      {error && <ErrorText error={error} />}
      <ul className={css.rows}>
        {rows.slice(0, few).map((row) => (
          <Row key={row.id} row={row} column={column} />
        ))}
      </ul>
      {more > 0 && <p className={css.how}>{t`and ${more} more`}</p>}
      {sum !== undefined && (
        <p className={css.sum}>
          <span>{t`Total`}</span>
          <span>{whole(sum)}</span>
        </p>
      )}
      {without > 0 && (
        <p className={css.how}>
          <Plural
            value={without}
            one="# of them has no amount recorded and is not in the sum."
            other="# of them have no amount recorded and are not in the sum."
          />
        </p>
      )}
      {besides && <p className={css.how}>{besides}</p>}
      {ids.length > 0 && (
        <Link to="/applications" search={{ ids: ids.join(","), title }} className={css.way}>
          <Plural value={ids.length} one="Show it in the list" other="Show the # in the list" />
        </Link>
      )}
    </div>
  );
}

function Row({ row, column }: { row: ApplicationRow; column: Making["column"] }) {
  const { preferences, language } = useSession();
  const word = useWord();
  const amount = column && row[column];
  return (
    <li>
      <Link to="/applications/$id" params={{ id: String(row.id) }}>
        <DanishText>{row.title}</DanishText>
      </Link>
      <span className={css.value}>
        {column ? formatAmount(amount ? oere(amount) : null, preferences.unit, language) : word("stage", row.stage)}
      </span>
    </li>
  );
}
