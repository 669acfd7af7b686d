import { useLingui } from "@lingui/react/macro";
import ArrowRight from "lucide-react/icons/arrow-right";
import { useSession } from "../../app/session";
import { formatDate, useWord } from "../../format";
import type { MovedDay } from "../../ipc";
import { DanishText } from "../DanishText";
import { Unseen } from "../Figure";
import css from "./moved.module.css";

/** Days that moved: what, from when and to when; under the title of what they belong to, where that is not said already. */
export function MovedList({ days, titled = false }: { days: readonly MovedDay[]; titled?: boolean }) {
  const titles = [...new Set(days.map(({ title }) => title))];
  if (!titled) return <Lines days={days} />;
  return titles.map((title) => (
    <section key={title} className={css.group}>
      <h3 className={css.title}>
        <DanishText>{title}</DanishText>
      </h3>
      <Lines days={days.filter((day) => day.title === title)} />
    </section>
  ));
}

function Lines({ days }: { days: readonly MovedDay[] }) {
  return (
    <ul className={css.days}>
      {days.map((day) => (
        <Line key={day.key} day={day} />
      ))}
    </ul>
  );
}

function Line({ day: { kind, step, detail, from, to } }: { day: MovedDay }) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const day = (iso: string) => formatDate(iso, language, "long");
  const name = step ? word("plan_step", step) : word("deadline_kind", kind);
  return (
    <li className={css.day}>
      <span>
        {name}
        {detail && detail !== name && (
          <span className={css.detail}>
            <DanishText>{detail}</DanishText>
          </span>
        )}
      </span>
      <span className={css.move}>
        {from !== null && to !== null ? (
          <>
            {day(from)} <ArrowRight size={13} aria-hidden />
            <Unseen>{t`moved to`}</Unseen> <b>{day(to)}</b>
          </>
        ) : to !== null ? (
          <>
            {t({ message: "new", context: "deadline" })}: <b>{day(to)}</b>
          </>
        ) : from !== null ? (
          <>
            {t`fell away`}: {day(from)}
          </>
        ) : null}
      </span>
    </li>
  );
}
