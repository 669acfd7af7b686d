import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSince } from "../../app/overview";
import { useSession } from "../../app/session";
import { formatDate, useWord } from "../../format";
import type { DecisionRow } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { Heading } from "../../parts/Heading";
import css from "./Overview.module.css";

const few = 3;

/** What committees decided since the screen was last looked at, or all that is known. */
export function Decisions({ decisions }: { decisions: DecisionRow[] }) {
  const { t } = useLingui();
  const { language } = useSession();
  const since = useSince();
  const [all, showAll] = useState(false);
  const day = since && formatDate(since, language, "long");
  const seen = all ? decisions : decisions.slice(0, few);
  return (
    <section aria-labelledby="decisions" className={css.section}>
      <Heading level={2} id="decisions" aside={day ? t`since you were here last, ${day}` : t`all, newest first`}>
        {t`Decisions`}
      </Heading>
      {decisions.length === 0 && (
        <p className={css.soft}>{day ? t`No committee has decided anything since.` : t`No decisions yet.`}</p>
      )}
      <ul>
        {seen.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a case may be decided twice on one day
          <Row key={index} one={one} />
        ))}
      </ul>
      {seen.length < decisions.length && (
        <Button tone="quiet" className={css.more} onClick={() => showAll(true)}>
          {t`Show all ${decisions.length}`}
        </Button>
      )}
    </section>
  );
}

function Row({ one }: { one: DecisionRow }) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const outcomes = one.outcomes.map(({ label, outcome }) => `${label} ${word("outcome", outcome)}`).join(" · ");
  return (
    <li className={css.row}>
      <span className={css.day}>{one.on ? formatDate(one.on, language, "short") : t`no date`}</span>
      <Link className={css.link} to="/cases/$id" params={{ id: String(one.caseId) }}>
        <span className={css.first}>
          <span>
            {one.committee}: <DanishText>{one.title}</DanishText>
          </span>
        </span>
        <span className={css.second}>{outcomes}</span>
      </Link>
    </li>
  );
}
