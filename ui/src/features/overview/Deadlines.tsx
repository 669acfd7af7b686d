import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSession } from "../../app/session";
import { formatDate, formatDays, useWord } from "../../format";
import type { DeadlineItem } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { Heading } from "../../parts/Heading";
import css from "./Overview.module.css";
import { Subject } from "./Subject";

const few = 5;

/** The days to keep in the next 90 calendar days. */
export function Deadlines({ deadlines }: { deadlines: DeadlineItem[] }) {
  const { t } = useLingui();
  const [all, showAll] = useState(false);
  const seen = all ? deadlines : deadlines.slice(0, few);
  return (
    <section aria-labelledby="deadlines" className={css.section}>
      <Heading level={2} id="deadlines" aside={t`next 90 days`}>
        {t`Deadlines`}
      </Heading>
      {deadlines.length === 0 && <p className={css.soft}>{t`No deadlines in the next 90 days.`}</p>}
      <ul>
        {seen.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two deadlines may be alike in every word
          <Row key={index} one={one} />
        ))}
      </ul>
      {seen.length < deadlines.length && (
        <Button tone="quiet" className={css.more} onClick={() => showAll(true)}>
          {t`Show all ${deadlines.length}`}
        </Button>
      )}
    </section>
  );
}

function Row({ one }: { one: DeadlineItem }) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const clock = one.time && (language === "da" ? one.time.replace(":", ".") : one.time);
  // Only a deadline of a call is missed by the hour.
  const time = clock ? t`at ${clock}` : one.kind === "call" ? t`time not stated` : null;
  return (
    <li className={css.row}>
      <span className={css.day}>{formatDate(one.on, language, "short")}</span>
      <Subject about={one} className={css.link}>
        <span className={css.first}>
          <span>
            {word("deadline_kind", one.kind)}
            {time && <span className={css.soft}>, {time}</span>}
          </span>
          <span className={css.soft}>{formatDays(one.days, language)}</span>
        </span>
        <span className={css.second}>
          <DanishText>{one.title}</DanishText>
        </span>
      </Subject>
    </li>
  );
}
