import { useLingui } from "@lingui/react/macro";
import { useCallback, useState } from "react";
import { formatDate, formatWeekday } from "../../format";
import { commands, type Language } from "../../ipc";
import { Select } from "../../parts/Select";
import { TimeField } from "../../parts/TimeField";
import { TypedDate } from "../../parts/TypedDate";
import { AddRow } from "./AddRow";
import { newMeeting, ofKind, readDayIn, yearOf } from "./meetings";
import { useMeetingsChange } from "./useChange";

/** With its weekday where it is read, so that a slip shows. */
const show = (iso: string, language: Language, style: "long" | "short") =>
  style === "long"
    ? `${formatWeekday(iso, language, "long")} ${formatDate(iso, language, style)}`
    : formatDate(iso, language, style);

/** One meeting after another: a date, Enter, the next; the time stays for all of them. */
export function AddMeeting({
  committeeId,
  year,
  onAdded,
}: {
  committeeId: number;
  /** Of a date typed without one. */
  year: number;
  /** Given the year of the meeting that was added. */
  onAdded: (year: number) => void;
}) {
  const { t } = useLingui();
  const change = useMeetingsChange();
  const [heldOn, setDay] = useState<string | null>(null);
  const [heldTime, setTime] = useState<string | null>(null);
  const [kind, setKind] = useState("ordinary");
  const read = useCallback((text: string) => readDayIn(year)(text), [year]);
  const add = async () => {
    if (heldOn === null) return;
    await change(() => commands.meetingSave({ ...newMeeting(committeeId, heldOn), heldTime, ...ofKind(kind) }));
    setDay(null);
    setKind("ordinary");
    onAdded(yearOf(heldOn));
  };
  return (
    <AddRow label={t`Add a meeting`} whole={heldOn !== null} fields={["held_on", "held_time"]} add={add}>
      {(wrong) => (
        <>
          <TypedDate
            label={t`Day`}
            value={heldOn}
            onChange={setDay}
            read={read}
            show={show}
            unread={t`Not a date yet. Write for example 12.3 or 12.3.2019.`}
            description={t`Without a year it is ${year}. Enter adds it.`}
            error={wrong("held_on")}
          />
          <TimeField
            label={t`Time of day`}
            value={heldTime}
            onChange={setTime}
            description={t`Empty: not stated.`}
            error={wrong("held_time")}
          />
          <Select
            label={t`Kind of meeting`}
            labelAbove
            value={kind}
            onChange={setKind}
            options={[
              { value: "ordinary", label: t({ message: "Ordinary", context: "meeting" }) },
              { value: "extraordinary", label: t({ message: "Extraordinary", context: "meeting" }) },
            ]}
          />
        </>
      )}
    </AddRow>
  );
}
