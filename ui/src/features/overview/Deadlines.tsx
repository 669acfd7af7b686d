import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSession } from "../../app/session";
import { formatWeekday } from "../../format";
import type { DeadlineItem, Flag } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { ItemDaysLeft } from "../../parts/days/DaysLeft";
import { useDayTime } from "../../parts/days/DayTime";
import { FlagMark } from "../../parts/days/FlagMark";
import { useDayName } from "../../parts/days/looks";
import { formatKnown } from "../../parts/days/when";
import { Heading } from "../../parts/Heading";
import css from "./Overview.module.css";
import { DaySubject } from "./Subject";

const few = 5;

/** Flags that say something the days left do not. */
const telling: ReadonlySet<Flag> = new Set<Flag>(["at_risk", "contradictory", "blocked", "moved"]);

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
        {seen.map((one) => (
          <Row key={one.key} one={one} />
        ))}
      </ul>
      <p className={css.ways}>
        {seen.length < deadlines.length && (
          <Button tone="quiet" className={css.more} onClick={() => showAll(true)}>
            {t`Show all ${deadlines.length}`}
          </Button>
        )}
        <Link to="/deadlines">{t`Go to the deadlines`}</Link>
      </p>
    </section>
  );
}

function Row({ one }: { one: DeadlineItem }) {
  const { language } = useSession();
  const name = useDayName();
  const time = useDayTime()(one);
  const flag = one.flags.find((found) => telling.has(found.flag));
  return (
    <li className={css.row}>
      <span className={css.day} title={one.partial === null ? formatWeekday(one.on, language, "long") : undefined}>
        {formatKnown(one, language, "short")}
      </span>
      <DaySubject day={one} className={css.link}>
        <span className={css.first}>
          <span>
            {name(one)}
            {time && <span className={css.soft}>, {time}</span>}
          </span>
          <span className={css.soft}>
            <ItemDaysLeft item={one} />
          </span>
        </span>
        <span className={css.first}>
          <span className={css.second}>
            <DanishText>{[one.title, one.detail].filter(Boolean).join(" · ")}</DanishText>
          </span>
          {flag && (
            <span className={css.flagged}>
              <FlagMark flag={flag} />
            </span>
          )}
        </span>
      </DaySubject>
    </li>
  );
}
