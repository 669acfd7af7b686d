import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useSession } from "../../../app/session";
import { formatDate } from "../../../format";
import type { CaseView, PaperPart } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { Heading } from "../../../parts/Heading";
import { Minutes } from "../Readings";
import css from "./paper.module.css";
import { partName } from "./partName";
import { StateMark } from "./StateMark";

/** What the committees decided, as the paper has it; it is recorded with the handling of the case. */
export function DecisionPart({ view, part, onEnter }: { view: CaseView; part: PaperPart; onEnter: () => void }) {
  const { t } = useLingui();
  const { language } = useSession();
  const id = useId();
  const decided = view.readings.filter(({ decisions, reading }) => decisions.length > 0 || reading.remark !== "");
  const on = (iso: string | null) => (iso ? formatDate(iso, language, "long") : t`no day set`);
  return (
    <section className={css.part} aria-labelledby={id} data-part={part.key} onFocusCapture={onEnter}>
      <div className={css.partHead}>
        <Heading level={2} id={id}>
          <span lang="da">{partName(part)}</span>
        </Heading>
        <StateMark state={part.state} />
        <div className={css.partTools}>
          <Link className={css.link} to="." search={(now) => ({ ...now, view: "handling" as const })}>
            {t`Record in the handling`}
          </Link>
        </div>
      </div>
      {decided.length === 0 && <p className={css.soft}>{t`No committee has decided anything yet.`}</p>}
      {decided.map((one) => (
        <div key={one.reading.id} className={css.decided}>
          <p>
            <strong>
              <DanishText>{one.committee}</DanishText>
            </strong>{" "}
            <span className={css.soft}>{on(one.reading.meetingDate)}</span>
          </p>
          <Minutes view={view} one={one} />
        </div>
      ))}
    </section>
  );
}
