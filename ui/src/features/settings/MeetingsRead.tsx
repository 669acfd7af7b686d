import { useLingui } from "@lingui/react/macro";
import Ban from "lucide-react/icons/ban";
import Equal from "lucide-react/icons/equal";
import Pencil from "lucide-react/icons/pencil";
import Plus from "lucide-react/icons/plus";
import type { ReactNode } from "react";
import { useSession } from "../../app/session";
import { formatClock, formatDate, formatWeekday } from "../../format";
import type { Meeting, MeetingAction, MeetingRead } from "../../ipc";
import { DanishText, LocalText } from "../../parts/DanishText";
import { ErrorText } from "../../parts/ErrorText";
import { Mark, type Tone } from "../../parts/Mark";
import css from "./Settings.module.css";

/** Whether a line would change anything. */
export const isReady = ({ action }: MeetingRead) => action === "add" || action === "change";

/** What was read, line by line: as it stands in the source, what was understood of it, and what becomes of it. */
export function MeetingsRead({
  rows,
  leftOut,
  leaveOut,
}: {
  rows: readonly MeetingRead[];
  /** The lines someone has taken away. */
  leftOut: ReadonlySet<number>;
  leaveOut: (line: number, out: boolean) => void;
}) {
  const { t } = useLingui();
  const looks: Record<MeetingAction, { tone: Tone; icon: ReactNode; word: string }> = {
    add: { tone: "ok", icon: <Plus size={14} aria-hidden />, word: t({ message: "new", context: "meeting" }) },
    change: {
      tone: "info",
      icon: <Pencil size={13} aria-hidden />,
      word: t({ message: "changed", context: "meeting" }),
    },
    same: {
      tone: "soft",
      icon: <Equal size={14} aria-hidden />,
      word: t({ message: "there already", context: "meeting" }),
    },
    refuse: { tone: "bad", icon: <Ban size={14} aria-hidden />, word: t({ message: "left out", context: "meeting" }) },
  };
  return (
    // Many lines scroll by themselves, so that what is done with them stays in sight; by the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className={css.rows} tabIndex={0} aria-label={t`What was read`}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" className={css.figure} style={{ width: 52 }}>{t`Line`}</th>
            <th scope="col">{t`As it stands there`}</th>
            <th scope="col">{t`Understood as`}</th>
            <th scope="col" style={{ width: 130 }}>{t`What happens`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const out = leftOut.has(row.line);
            const { tone, icon, word } = looks[out ? "refuse" : row.action];
            return (
              <tr key={row.line}>
                <td className={`${css.fixed} ${css.figure}`}>{row.line}</td>
                <td className={css.fixed}>
                  <DanishText>{row.found}</DanishText>
                </td>
                <td className={css.fixed}>
                  {row.meeting && <Understood meeting={row.meeting} />}
                  {row.problem && <ErrorText error={row.problem} bare />}
                  {row.remarks.map((remark) => (
                    <div key={remark.da}>
                      <Mark tone="warn">
                        <LocalText text={remark} />
                      </Mark>
                    </div>
                  ))}
                </td>
                <td className={css.fixed}>
                  <div className={css.happens}>
                    {isReady(row) && (
                      <input
                        type="checkbox"
                        aria-label={t`Read in line ${row.line}`}
                        checked={!out}
                        onChange={(event) => leaveOut(row.line, !event.target.checked)}
                      />
                    )}
                    <Mark tone={out ? "soft" : tone} icon={icon}>
                      {word}
                    </Mark>
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Understood({ meeting }: { meeting: Meeting }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { heldOn, heldTime, extraordinary, cancelled, paperDueOn, agendaMeetingOn, note } = meeting;
  const paper = paperDueOn && formatDate(paperDueOn, language, "short");
  const agenda = agendaMeetingOn && formatDate(agendaMeetingOn, language, "short");
  const more = [
    extraordinary && t({ message: "extraordinary", context: "meeting" }),
    cancelled && t({ message: "cancelled", context: "meeting" }),
    paper && t`paper ${paper}`,
    agenda && t`agenda meeting ${agenda}`,
  ].filter(Boolean);
  // A word that says what kind of meeting it is has been said already.
  const said = more.some((one) => one === note.toLowerCase());
  const day = `${formatWeekday(heldOn, language, "long")} ${formatDate(heldOn, language, "long")}`;
  return (
    <>
      {heldTime ? `${day} ${formatClock(heldTime, language)}` : day}
      {more.length > 0 && <span className={css.more}>{more.join(", ")}</span>}
      {note && !said && (
        <span className={css.more}>
          <DanishText>{note}</DanishText>
        </span>
      )}
    </>
  );
}
