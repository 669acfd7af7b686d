import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { MouseEvent } from "react";
import { useSession } from "../../app/session";
import { formatDate, formatDays, formatWorkingDays } from "../../format";
import type { ApplicationRef, CallPlan } from "../../ipc";
import { DanishText, LocalText } from "../../parts/DanishText";
import { LastMeeting } from "../../parts/days/LastMeeting";
import { NoFigure, Unseen } from "../../parts/Figure";
import { PoolStatusMark, StageMark } from "../../parts/marks";
import { useAmounts } from "../../parts/pool/amounts";
import { CallStateMark } from "../../parts/pool/CallStateMark";
import { CanApplyMark } from "../../parts/pool/CanApplyMark";
import css from "./Pools.module.css";
import type { Line } from "./shown";

/** Nothing to show in a column of words: quieter than saying so line after line. */
function NoneHere({ said }: { said: string }) {
  return (
    <span className={css.soft}>
      <span aria-hidden>–</span>
      <Unseen>{said}</Unseen>
    </span>
  );
}

type LineProps = {
  line: Line;
  /** It stands under the pool it lies inside. */
  under: boolean;
  open: boolean;
  reachable: boolean;
  onFocus: () => void;
  /** Whether the last committee meetings have a column. */
  meetings: boolean;
  /** Null where nothing can be selected. */
  selected: boolean | null;
  onSelect: (on: boolean) => void;
  /** Opens the pool. */
  onOpen: () => void;
};

export function PoolLine({ line, under, open, reachable, onFocus, meetings, selected, onSelect, onOpen }: LineProps) {
  const { t } = useLingui();
  const { language } = useSession();
  const { figure } = useAmounts();
  const { pool, call, standing, depth, inside } = line;
  const number = pool.initiative?.number;
  const tabIndex = reachable ? 0 : -1;
  const title = pool.title.da;
  const onPress = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("a, button, input, [data-select]")) return;
    onOpen();
  };
  return (
    // The link inside takes the keys; a press beside it is as good.
    <tr onClick={onPress} data-open={open || undefined} data-selected={selected || undefined}>
      {selected !== null && (
        <td className={css.select} data-select>
          <input
            type="checkbox"
            tabIndex={tabIndex}
            aria-label={t`Select “${title}”`}
            checked={selected}
            onChange={(event) => onSelect(event.target.checked)}
          />
        </td>
      )}
      <td className={css.number}>
        {number === undefined ? (
          <span className={css.soft}>{pool.own ? t`own` : t`no initiative number`}</span>
        ) : (
          <Link
            to="/initiatives/$number"
            params={{ number: String(number) }}
            tabIndex={tabIndex}
            className={css.initiative}
            aria-label={t`Initiative ${number}`}
            title={t`Open initiative ${number} in the register`}
          >
            {number}
          </Link>
        )}
      </td>
      <th scope="row" style={under ? { paddingLeft: 8 + depth * 18 } : undefined}>
        <Link
          to="/pools/$key"
          params={{ key: pool.key }}
          tabIndex={tabIndex}
          data-pool
          className={css.open}
          aria-current={open ? "true" : undefined}
          onFocus={onFocus}
        >
          <DanishText>{title}</DanishText>
        </Link>
        {language === "en" && pool.title.en && <span className={css.gloss}>{pool.title.en}</span>}
        {inside !== null && !under && (
          <span className={css.gloss}>
            {t`inside`} <DanishText>{inside}</DanishText>
          </span>
        )}
        {inside !== null && under && <Unseen>{t`inside ${inside}`}</Unseen>}
      </th>
      {selected !== null && <td className={css.status}>{standing && <PoolStatusMark status={standing.status} />}</td>}
      <td className={css.answer}>
        <CanApplyMark canApply={pool.canApply} />
        {pool.applicants.da && (
          <span className={css.applicants} title={pool.applicants.da}>
            <LocalText text={pool.applicants} />
          </span>
        )}
      </td>
      <td className={css.day}>
        <Deadline line={line} />
      </td>
      {meetings && (
        <td className={css.meeting}>
          <Meetings plans={standing?.plans ?? []} />
        </td>
      )}
      {selected !== null && (
        <td className={css.ours}>
          <Ours applications={standing?.applications ?? []} tabIndex={tabIndex} />
        </td>
      )}
      <td className={css.state}>
        {pool.callState === "none" ? <NoneHere said={t`no call known`} /> : <CallStateMark state={pool.callState} />}
      </td>
      <td className={css.figure}>{pool.amount ? figure(pool.amount) : <NoFigure />}</td>
      <td className={`${css.figure} ${css.announced}`}>{call?.amount ? figure(call.amount) : <NoFigure />}</td>
      <td className={css.authority}>
        <DanishText>{pool.authority}</DanishText>
      </td>
    </tr>
  );
}

/** The day, how long there is to it, and the time of day or that it is not stated. */
function Deadline({ line: { deadline } }: { line: Line }) {
  const { t } = useLingui();
  const { language } = useSession();
  if (!deadline) return <NoneHere said={t`no deadline known`} />;
  const { date, time, days, workingDays } = deadline;
  const clock = language === "da" ? time?.replace(":", ".") : time;
  const past = days < 0;
  return (
    <span className={past ? css.soft : undefined}>
      <span className={css.date}>{formatDate(date, language, "short")}</span>
      <span
        className={css.gloss}
        data-near={(!past && days <= 30) || undefined}
        title={past || workingDays === null ? undefined : formatDays(days, language)}
      >
        {past
          ? t`passed`
          : workingDays === null
            ? formatDays(days, language)
            : formatWorkingDays(days, workingDays, language)}
      </span>
      {!past && <span className={css.gloss}>{time === null ? t`time not stated` : t`at ${clock}`}</span>}
    </span>
  );
}

/** Committees of which there is no meeting to name, for the same reason, on one line. */
function together(plans: readonly CallPlan[]): CallPlan[] {
  const shown: CallPlan[] = [];
  for (const plan of plans) {
    const at = shown.findIndex(({ state, meetingOn }) => !meetingOn && !plan.meetingOn && state === plan.state);
    const same = shown[at];
    if (same) shown[at] = { ...same, committee: `${same.committee}, ${plan.committee}` };
    else shown.push(plan);
  }
  return shown;
}

/** By committee that may take it: the last meeting before the deadline, and the day its paper is due. */
function Meetings({ plans }: { plans: readonly CallPlan[] }) {
  const { t } = useLingui();
  if (plans.length === 0) return <NoneHere said={t`no meeting to plan for`} />;
  return (
    <ul>
      {together(plans).map((plan) => (
        <li key={plan.committeeId}>
          <LastMeeting plan={plan} />
        </li>
      ))}
    </ul>
  );
}

function Ours({ applications, tabIndex }: { applications: readonly ApplicationRef[]; tabIndex: number }) {
  const { t } = useLingui();
  if (applications.length === 0) return <NoneHere said={t`none`} />;
  return (
    <ul>
      {applications.map(({ id, title, stage }) => (
        <li key={id}>
          <Link
            to="/applications/$id"
            params={{ id: String(id) }}
            tabIndex={tabIndex}
            className={css.application}
            title={title}
          >
            <DanishText>{title}</DanishText>
          </Link>
          <span className={css.stage}>
            <StageMark stage={stage} />
          </span>
        </li>
      ))}
    </ul>
  );
}
