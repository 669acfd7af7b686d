import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import CircleAlert from "lucide-react/icons/circle-alert";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useState } from "react";
import { useSession } from "../../app/session";
import { formatDate, formatDays, useWord } from "../../format";
import type { Attention, DeadlineItem } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { ItemDaysLeft, isCountable } from "../../parts/days/DaysLeft";
import { flagLooks, useDayName } from "../../parts/days/looks";
import { formatKnown, isCounted } from "../../parts/days/when";
import { Unseen } from "../../parts/Figure";
import { Heading } from "../../parts/Heading";
import { Mark } from "../../parts/Mark";
import css from "./Overview.module.css";
import { DaySubject, Subject } from "./Subject";
import { byReason } from "./shown";

/** Reasons whose detail is the thing itself, and what it belongs to only the place. */
const detailFirst = new Set<Attention["kind"]>(["follow_up_open", "document_missing"]);

/** Lines that leave room for the deadlines on a small screen. */
const few = 14;

/** What needs action: why, about what, and one click to it. */
export function AttentionList({ attention }: { attention: Attention[] }) {
  const { t } = useLingui();
  const word = useWord();
  const [all, showAll] = useState(false);
  const seen = all || attention.length <= few + 1 ? attention : attention.slice(0, few);
  return (
    <section aria-labelledby="attention" className={css.section}>
      <Heading level={2} id="attention">
        {t`Needs action`}
      </Heading>
      {attention.length === 0 && (
        <p>
          <Mark tone="ok">{t`Nothing needs action now.`}</Mark>
        </p>
      )}
      {byReason(seen).map(({ kind, urgent, flag, about }) => {
        const name = flag ? word("flag", flag) : word("attention", kind);
        const Sign = flag ? flagLooks[flag].Icon : urgent ? TriangleAlert : CircleAlert;
        return (
          <section key={`${kind} ${flag} ${urgent}`} className={css.reason} aria-label={name}>
            <span className={css.sign} data-urgent={urgent || undefined}>
              <Sign size={15} aria-hidden />
              {urgent && <Unseen>{t`Urgent`}</Unseen>}
            </span>
            <div className={css.about}>
              <h3>{name}</h3>
              <ul>
                {about.map((one, index) =>
                  one.day ? (
                    <DayLine key={one.day.key} day={one.day} />
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may need action for the same reason twice
                    <Line key={index} one={one} />
                  ),
                )}
              </ul>
            </div>
          </section>
        );
      })}
      {seen.length < attention.length && (
        <Button tone="quiet" className={css.more} onClick={() => showAll(true)}>
          {t`Show all ${attention.length}`}
        </Button>
      )}
    </section>
  );
}

/** A day that is flagged: what it is, whose, how long there is, and why it is flagged as its tooltip. */
function DayLine({ day }: { day: DeadlineItem }) {
  const { t } = useLingui();
  const { language } = useSession();
  const name = useDayName();
  const [flag] = day.flags;
  const whose = [day.title, day.detail].filter(Boolean).join(" · ");
  const why = flag && [flag.reason[language], flag.action[language]].filter(Boolean).join("\n");
  return (
    <li>
      <DaySubject day={day} className={css.line}>
        <span className={css.what} title={why ?? whose}>
          {name(day)}
          <span className={css.soft}>
            {" "}
            · <DanishText>{whose}</DanishText>
          </span>
        </span>
        <span className={css.when}>
          {formatKnown(day, language, "short")}
          {isCounted(day) && ", "}
          <ItemDaysLeft item={day} />
        </span>
        <span className={css.verb}>{t`Open`}</span>
      </DaySubject>
    </li>
  );
}

function Line({ one }: { one: Attention }) {
  const { t } = useLingui();
  const { language } = useSession();
  // How many places the sources differ in; of all else the detail is in words.
  const places = one.kind === "sources_differ" ? Number(one.detail) : 0;
  const detail = places > 0 ? plural(places, { one: "# difference", other: "# differences" }) : one.detail;
  const [first, second] = detailFirst.has(one.kind) && detail !== "" ? [detail, one.title] : [one.title, detail];
  const verb =
    one.applicationId !== null ? t`Open application` : one.caseId !== null ? t`Open case` : one.poolKey && t`Open pool`;
  const day = one.on && formatDate(one.on, language, "short");
  const near = one.days !== null && isCountable(one.days) && formatDays(one.days, language);
  const when = [day, near].filter(Boolean).join(", ");
  return (
    <li>
      <Subject about={one} className={css.line}>
        <span className={css.what} title={[first, second].filter(Boolean).join(": ")}>
          <DanishText>
            {first}
            {second && <span className={css.soft}> · {second}</span>}
          </DanishText>
        </span>
        {when && <span className={css.when}>{when}</span>}
        <span className={css.verb}>{verb}</span>
      </Subject>
    </li>
  );
}
