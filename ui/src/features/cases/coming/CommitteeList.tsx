import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import Ellipsis from "lucide-react/icons/ellipsis";
import MoveRight from "lucide-react/icons/move-right";
import { useId } from "react";
import { useActions } from "../../../app/actions";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { formatDate, formatWorkingDays, useWord } from "../../../format";
import { type ComingCase, type ComingCommittee, type ComingMeeting, commands } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { DanishText, LocalText } from "../../../parts/DanishText";
import { ErrorText } from "../../../parts/ErrorText";
import { Unseen } from "../../../parts/Figure";
import { Mark } from "../../../parts/Mark";
import { Menu, type MenuItem } from "../../../parts/Menu";
import { useSave } from "../../../parts/useSave";
import cases from "../Cases.module.css";
import css from "./coming.module.css";
import { type Asked, away, meetingKey, rowOf } from "./shown";
import { useMeetingWords } from "./useMeetingWords";

type Ask = (asked: Asked, key: string) => void;

/** One committee's planning list: its meetings ahead with their cases, and below them what was dropped or moved. */
export function CommitteeList({
  committee,
  writable,
  ask,
}: {
  committee: ComingCommittee;
  writable: boolean;
  ask: Ask;
}) {
  const { t } = useLingui();
  const name = useId();
  const words = useMeetingWords();
  const { language } = useSession();
  const { meetings } = committee;
  const dropped = away(committee);
  if (meetings.length === 0 && dropped.length === 0) return null;
  return (
    <section className={css.committee} aria-labelledby={name}>
      <h2 id={name} className={css.name}>
        <DanishText>{committee.name}</DanishText>
        {committee.shortName && committee.shortName !== committee.name && (
          <span className={cases.soft}> {committee.shortName}</span>
        )}
      </h2>
      {meetings.length === 0 ? (
        <p className={css.none}>{t`No case is coming.`}</p>
      ) : (
        <table className={cases.table} aria-labelledby={name}>
          <thead>
            <tr>
              <th scope="col" className={css.first}>{t`Case`}</th>
              <th scope="col" className={css.kind}>{t`Kind`}</th>
              <th scope="col">{t`Why`}</th>
              <th scope="col" className={css.tools}>
                <Unseen>{t`Actions`}</Unseen>
              </th>
            </tr>
          </thead>
          {meetings.map((meeting) => (
            <tbody key={meetingKey(meeting)}>
              <tr className={cases.meeting}>
                <th scope="rowgroup" colSpan={4}>
                  {words.meeting(meeting)}
                  {meeting.meeting?.extraordinary && <span className={cases.soft}> · {t`extraordinary`}</span>}
                  {meeting.paperDue && (
                    <span className={cases.soft}>
                      {" · "}
                      {words.paper(meeting.paperDue)}
                      {meeting.workingDays !== null && ` (${formatWorkingDays(1, meeting.workingDays, language)})`}
                    </span>
                  )}
                </th>
              </tr>
              {meeting.cases.map((one) => (
                <CaseRow
                  key={one.key}
                  one={one}
                  committee={committee}
                  meeting={meeting}
                  writable={writable}
                  ask={ask}
                />
              ))}
            </tbody>
          ))}
        </table>
      )}
      {dropped.length > 0 && <Dropped dropped={dropped} writable={writable} />}
    </section>
  );
}

function Title({ one }: { one: ComingCase }) {
  const title = <DanishText>{one.title}</DanishText>;
  if (one.caseId !== null)
    return (
      <Link to="/cases/$id" params={{ id: String(one.caseId) }}>
        {title}
      </Link>
    );
  if (one.applicationId === null) return title;
  return (
    <Link to="/applications/$id" params={{ id: String(one.applicationId) }} search={{ tab: "plan" }}>
      {title}
    </Link>
  );
}

function CaseRow({
  one,
  committee,
  meeting,
  writable,
  ask,
}: {
  one: ComingCase;
  committee: ComingCommittee;
  meeting: ComingMeeting;
  writable: boolean;
  ask: Ask;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const day = (iso: string) => formatDate(iso, language, "long");
  const from = one.movedFrom && one.movedFrom !== meeting.meeting?.heldOn && day(one.movedFrom);
  return (
    <tr className={css.case} data-case={one.key}>
      <th scope="row" className={css.first}>
        <Title one={one} />
        {from && (
          <span className={css.moved}>
            <Mark tone="plain" icon={<MoveRight size={13} aria-hidden />}>
              {t`moved from ${from}`}
              {one.movedReason && (
                <>
                  {": "}
                  <DanishText>{one.movedReason}</DanishText>
                </>
              )}
            </Mark>
          </span>
        )}
      </th>
      <td className={css.kind}>{word("planned_kind", one.kind)}</td>
      <td className={css.why}>
        <LocalText text={one.reason} />
      </td>
      <td className={css.tools}>
        {writable && <CaseMenu one={one} committee={committee} meeting={meeting} ask={ask} />}
      </td>
    </tr>
  );
}

function CaseMenu({
  one,
  committee,
  meeting,
  ask,
}: {
  one: ComingCase;
  committee: ComingCommittee;
  meeting: ComingMeeting;
  ask: Ask;
}) {
  const { t } = useLingui();
  const back = useBack();
  const row = rowOf(one, committee.committeeId, meeting);
  // A case for the first meeting after a day is moved from the meeting that turned out to be.
  const at = meeting.meeting ? { meetingId: meeting.meeting.id, afterOn: null } : {};
  const typed = one.row !== null && one.row.replaces === "";
  const replaced = one.row !== null && !typed;
  const { title } = one;
  const items: (MenuItem | false)[] = [
    {
      id: "move",
      label: t`To another meeting …`,
      onAction: () => ask({ what: "move", row: { ...row, ...at, reason: "" } }, one.key),
    },
    {
      id: "drop",
      label: t`It is not coming …`,
      onAction: () => ask({ what: "drop", row: { ...row, reason: "" } }, one.key),
    },
    replaced && {
      id: "back",
      label: t`Back to where it was planned`,
      onAction: () => void back.remove(one),
    },
    typed && {
      id: "correct",
      label: t`Correct …`,
      onAction: () => ask({ what: "write", row }, one.key),
    },
    typed && { id: "remove", label: t`Remove`, onAction: () => void back.remove(one) },
  ];
  return (
    <Menu
      label={t`More for “${title}”`}
      className={css.menu}
      sections={[{ items: items.filter((it) => it !== false) }]}
    >
      <Ellipsis size={16} aria-hidden />
    </Menu>
  );
}

/** What takes a person's word on a case back, with the way to undo that. */
function useBack() {
  const { t } = useLingui();
  const notify = useNotify();
  const { runAction } = useActions();
  const save = useSave();
  const told = (text: string) => () =>
    notify({ tone: "ok", text, action: { label: t`Undo`, run: () => runAction("history.undo") } });
  return {
    error: save.error,
    remove: async ({ row }: ComingCase) =>
      row !== null &&
      save.run(() => commands.plannedCaseDelete(row.id, row.version), {
        done: told(row.replaces === "" ? t`Removed. Ctrl+Z brings it back.` : t`It follows the plan again.`),
      }),
    bringBack: async ({ row }: ComingCase) =>
      row !== null &&
      save.run(
        // What follows from data comes back by itself once nothing stands in its place.
        () =>
          row.replaces === ""
            ? commands.plannedCaseSave({ ...row, dropped: false, reason: "" })
            : commands.plannedCaseDelete(row.id, row.version),
        { done: told(t`The case is on the list again.`) },
      ),
  };
}

/** What was dropped or moved away, and why. */
function Dropped({ dropped, writable }: { dropped: readonly ComingCase[]; writable: boolean }) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const back = useBack();
  const day = (iso: string) => formatDate(iso, language, "long");
  const said = ({ row, movedFrom }: ComingCase) => {
    const from = movedFrom && day(movedFrom);
    if (row?.dropped ?? true) return t`not coming`;
    return from ? t`moved from ${from}` : t`moved`;
  };
  return (
    <div className={css.dropped}>
      <h3>{t`Dropped or moved`}</h3>
      <ul>
        {dropped.map((one) => (
          <li key={one.key} data-case={one.key}>
            <span>
              <Title one={one} />{" "}
              <span className={cases.soft}>
                {word("planned_kind", one.kind)} · {said(one)}
                {one.movedReason && (
                  <>
                    {": "}
                    <DanishText>{one.movedReason}</DanishText>
                  </>
                )}
              </span>
            </span>
            {writable && one.row !== null && (one.row.dropped || one.row.replaces !== "") && (
              <Button
                tone="quiet"
                aria-label={t`Bring back “${one.title}”`}
                onClick={() => void back.bringBack(one)}
              >{t`Bring back`}</Button>
            )}
          </li>
        ))}
      </ul>
      {back.error && <ErrorText error={back.error} />}
    </div>
  );
}
