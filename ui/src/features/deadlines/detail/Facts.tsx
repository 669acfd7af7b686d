import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useSession } from "../../../app/session";
import { formatDate, useWord } from "../../../format";
import type { DeadlineItem } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { useDeadlines } from "../useDeadlines";
import css from "./Detail.module.css";

/** Where a day comes from, how it was moved, and who has to do with it. */
export function Facts({ item }: { item: DeadlineItem }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { names } = useDeadlines();
  const word = useWord();
  const day = (iso: string) => formatDate(iso, language, "long");
  const { mark, origin, source, ruledOn, movedFrom, asideUntil, waitingFor, personId, departmentId, committeeIds } =
    item;
  const stands = source && (language === "en" && source.en ? source.en : source.da);
  const facts: [string, ReactNode][] = [
    [t`Follows from`, word("deadline_origin", origin)],
    [origin === "typed" ? t`Source` : t`Rule or source`, stands !== mark?.pinnedReason && stands],
    [t`The rule puts it on`, ruledOn && day(ruledOn)],
    [t`It was before on`, movedFrom && day(movedFrom)],
    [t`Reason for moving`, mark?.pinnedReason && <DanishText>{mark.pinnedReason}</DanishText>],
    [t`Put aside until`, asideUntil && day(asideUntil)],
    [t`Reason for putting it aside`, asideUntil && mark?.asideReason && <DanishText>{mark.asideReason}</DanishText>],
    [t`Waits on`, waitingFor && <DanishText>{waitingFor}</DanishText>],
    [t`Responsible`, personId !== null && names.person.get(personId)],
    [t`Department`, departmentId !== null && <DanishText>{names.department.get(departmentId)}</DanishText>],
    [
      t`Committees`,
      committeeIds.length > 0 && (
        <DanishText>{committeeIds.map((id) => names.committee.get(id) ?? "").join(", ")}</DanishText>
      ),
    ],
  ];
  return (
    <dl className={css.facts}>
      {facts.map(
        ([term, fact]) =>
          fact && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
