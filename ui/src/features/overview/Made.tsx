import { Plural } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useAsOf } from "../../app/asOf";
import { useSession } from "../../app/session";
import { useWord } from "../../format";
import { commands } from "../../ipc";
import { formatAmount, oere } from "../../money";
import { ErrorText } from "../../parts/ErrorText";
import { MadeButton, MadeOf, MadeRemark } from "../../parts/Made";
import { useSums } from "../../parts/useSums";

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

/** A figure that opens: how it is made, the applications it is made of, and the way to them in the list. */
export function Made({ making, className, children }: { making: Making; className?: string; children: ReactNode }) {
  return (
    <MadeButton title={making.title} className={className} panel={<Panel making={making} />}>
      {children}
    </MadeButton>
  );
}

function Panel({ making }: { making: Making }) {
  const { whole } = useSums();
  const { preferences, language } = useSession();
  const word = useWord();
  const asOf = useAsOf();
  const { data, error } = useQuery({ queryKey: ["applications", asOf], queryFn: () => commands.applications(asOf) });
  const { title, how, ids, column, sum, besides } = making;
  const wanted = new Set(ids);
  const rows = data?.applications.filter((row) => wanted.has(row.id)) ?? [];
  const without = column ? rows.filter((row) => row[column] === null).length : 0;
  const shown = rows.map((row) => {
    const amount = column && row[column];
    const value = column
      ? formatAmount(amount ? oere(amount) : null, preferences.unit, language)
      : word("stage", row.stage);
    return { id: row.id, title: row.title, value };
  });
  return (
    <MadeOf title={title} how={how} rows={shown} ids={ids} sum={sum === undefined ? undefined : whole(sum)}>
      {error && <ErrorText error={error} />}
      {without > 0 && (
        <MadeRemark>
          <Plural
            value={without}
            one="# of them has no amount recorded and is not in the sum."
            other="# of them have no amount recorded and are not in the sum."
          />
        </MadeRemark>
      )}
      {besides && <MadeRemark>{besides}</MadeRemark>}
    </MadeOf>
  );
}
