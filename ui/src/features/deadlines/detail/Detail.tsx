import { useLingui } from "@lingui/react/macro";
import Pencil from "lucide-react/icons/pencil";
import X from "lucide-react/icons/x";
import { lazy, type RefObject, Suspense, useEffect, useState } from "react";
import { useSession } from "../../../app/session";
import { isoWeek } from "../../../format";
import type { DeadlineItem } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { DanishText } from "../../../parts/DanishText";
import { ItemDaysLeft } from "../../../parts/days/DaysLeft";
import { useDayTime } from "../../../parts/days/DayTime";
import { DayMarks } from "../../../parts/days/FlagMark";
import { useDayName } from "../../../parts/days/looks";
import { formatKnownDay } from "../../../parts/days/when";
import { Heading } from "../../../parts/Heading";
import { IconButton } from "../../../parts/IconButton";
import { Loading } from "../../../parts/Loading";
import { store } from "../choice";
import { useDeadlines } from "../useDeadlines";
import css from "./Detail.module.css";
import { Facts } from "./Facts";
import { Ways } from "./Ways";

const DeadlineForm = lazy(() => import("../../../parts/deadline/DeadlineForm"));

/** One day beside the list: when it is, how long there is, why it is that day, and what to do about it. */
export default function Detail({
  item,
  taking,
  onClose,
}: {
  item: DeadlineItem;
  /** Whether it is to take the focus as it opens. */
  taking: RefObject<boolean>;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const [correcting, setCorrecting] = useState<string | null>(null);
  const { lines, actions } = useDeadlines();
  const name = useDayName();
  const time = useDayTime()(item);
  const { week } = isoWeek(item.on);
  const listed = lines.some((line) => line.item.key === item.key);
  const offered = actions.items(item);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day is another detail
  useEffect(() => {
    if (!taking.current) return;
    taking.current = false;
    document.getElementById("deadline-title")?.focus();
  }, [item.key, taking]);
  const correct = (key: string | null) => {
    setCorrecting(key);
    // The form took the place of what had the focus.
    if (key === null) requestAnimationFrame(() => document.getElementById("deadline-title")?.focus());
  };
  return (
    <article
      className={css.detail}
      aria-labelledby="deadline-title"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={css.bar}>
        <p className={css.kicker}>
          <DanishText>{item.title}</DanishText>
        </p>
        <IconButton label={t`Close the detail (Escape)`} onClick={onClose}>
          <X size={17} aria-hidden />
        </IconButton>
      </div>
      {!listed && (
        <div className={css.away}>
          <p>{t`Not in the list: search or filters hide it.`}</p>
          <Button
            onClick={() => {
              store.clear();
              store.choose({ over: true });
            }}
          >
            {t`Show everything`}
          </Button>
        </div>
      )}
      <h2 id="deadline-title" tabIndex={-1} className={css.title}>
        {name(item)}
        {item.detail && item.detail !== name(item) && (
          <span className={css.about}>
            <DanishText>{item.detail}</DanishText>
          </span>
        )}
      </h2>
      <p className={css.day}>
        <b>{formatKnownDay(item, language, "long")}</b>
        <span className={css.soft}>
          {[item.partial === null ? t`week ${week}` : t`day not stated`, time].filter(Boolean).join(" · ")}
        </span>
      </p>
      <p className={css.left}>
        <ItemDaysLeft item={item} />
      </p>
      {(item.doneOn || item.asideUntil || item.ended) && <DayMarks item={{ ...item, flags: [] }} />}
      {item.flags.length > 0 && (
        <ul className={css.flags}>
          {item.flags.map((flag) => (
            <li key={flag.flag}>
              <DayMarks item={{ ...item, doneOn: null, asideUntil: null, ended: false, flags: [flag] }} />
              <p>{flag.reason[language]}</p>
              {flag.action[language] && <p className={css.soft}>{flag.action[language]}</p>}
            </li>
          ))}
        </ul>
      )}
      <div className={css.actions} hidden={correcting === item.key}>
        {item.row && (
          <Button icon={<Pencil size={15} aria-hidden />} disabled={!writable} onClick={() => correct(item.key)}>
            {t`Correct`}
          </Button>
        )}
        {offered.map(({ id, label, icon, keys, disabled, onAction }) => (
          <Button
            key={id}
            icon={icon}
            disabled={disabled}
            title={keys && t`Key in the list: ${keys}`}
            onClick={onAction}
          >
            {label}
          </Button>
        ))}
      </div>
      {correcting === item.key && item.row && (
        <Suspense fallback={<Loading />}>
          <DeadlineForm applicationId={item.row.applicationId} row={item.row} onEnd={() => correct(null)} />
        </Suspense>
      )}
      <section className={css.part} aria-labelledby="deadline-why">
        <Heading level={3} id="deadline-why">
          {t`Why this day`}
        </Heading>
        <Facts item={item} />
      </section>
      <Ways item={item} />
    </article>
  );
}
