import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useId } from "react";
import { useOffice } from "../../../app/office";
import { useSession } from "../../../app/session";
import { formatDate, formatWeekday, useWord } from "../../../format";
import type { MeetingChoice, Plan, PlanView, Reading } from "../../../ipc";
import { DaysLeft } from "../../../parts/days/DaysLeft";
import { ErrorText } from "../../../parts/ErrorText";
import { Mark } from "../../../parts/Mark";
import { OptionalSelect } from "../../../parts/OptionalSelect";
import { Select } from "../../../parts/Select";
import { daysTo } from "../page/Due";
import { Section } from "../page/Section";
import css from "./plan.module.css";
import { useSettle } from "./usePlan";

const readings: readonly Reading[] = ["committee", "finance", "council"];
type Hearing = "hearingElderly" | "hearingDisability" | "hearingStaff";

/** What the plan rests on: who reads the case and how far, who is heard, and which meeting. Each choice is kept at once. */
export function Settled({ plan: view, editable }: { plan: PlanView; editable: boolean }) {
  const { t } = useLingui();
  const word = useWord();
  const office = useOffice();
  const { plan } = view;
  const { settle, error, fieldError } = useSettle(view.applicationId);
  const committees = office.data?.committees ?? [];
  const hearings: { field: Hearing; label: string }[] = [
    { field: "hearingElderly", label: t`Council of older people` },
    { field: "hearingDisability", label: t`Disability council` },
    { field: "hearingStaff", label: t`Staff side (MED)` },
  ];
  const wrong = fieldError("committeeId") ?? fieldError("reading") ?? fieldError("meetingId");
  return (
    <Section title={t`What the plan rests on`}>
      <div className={css.settled}>
        <OptionalSelect
          label={t`Committee that reads it first`}
          labelAbove
          value={plan.committeeId === null ? null : String(plan.committeeId)}
          options={committees.map(({ id, name, shortName }) => ({ value: String(id), label: name, more: shortName }))}
          none={t`As the application says`}
          disabled={!editable}
          onChange={(id) => settle({ committeeId: id === null ? null : Number(id), meetingId: null })}
        />
        <Select
          label={t`Must be decided by`}
          labelAbove
          value={plan.reading}
          options={readings.map((value) => ({ value, label: word("reading", value) }))}
          disabled={!editable}
          onChange={(reading) => settle({ reading })}
        />
        <fieldset className={css.choices}>
          <legend>{t`Hearing in`}</legend>
          {hearings.map(({ field, label }) => (
            <label key={field}>
              <input
                type="checkbox"
                checked={plan[field]}
                disabled={!editable}
                onChange={(event) => settle({ [field]: event.target.checked })}
              />
              {label}
            </label>
          ))}
        </fieldset>
        {view.meetings.length > 0 && (
          <Meetings plan={plan} view={view} editable={editable} onChoose={(meetingId) => settle({ meetingId })} />
        )}
        {wrong && <Mark tone="bad">{wrong}</Mark>}
        {error && <ErrorText error={error} />}
      </div>
    </Section>
  );
}

/** The meetings before the deadline: the last possible unless another is chosen. */
function Meetings({
  plan,
  view,
  editable,
  onChoose,
}: {
  plan: Plan;
  view: PlanView;
  editable: boolean;
  onChoose: (id: number | null) => void;
}) {
  const { t } = useLingui();
  const name = useId();
  const line = (id: number | null, label: ReactNode) => (
    <label key={id}>
      <input
        type="radio"
        name={name}
        checked={plan.meetingId === id}
        disabled={!editable}
        onChange={() => onChoose(id)}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset className={css.choices}>
      <legend>{t`Meeting`}</legend>
      {line(null, t`The last possible`)}
      {view.meetings.map((meeting) => line(meeting.meetingId, <MeetingWords meeting={meeting} asOf={view.asOf} />))}
    </fieldset>
  );
}

function MeetingWords({ meeting, asOf }: { meeting: MeetingChoice; asOf: string }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { heldOn, paperDue, workingDays, inTime } = meeting;
  const paper = formatDate(paperDue, language, "short");
  return (
    <>
      <span className={css.meeting}>
        {formatWeekday(heldOn, language, "short")} {formatDate(heldOn, language, "long")}
      </span>{" "}
      <span className={css.soft}>
        {t`paper ${paper}`} (<DaysLeft days={daysTo(asOf, paperDue)} workingDays={workingDays} />)
      </span>{" "}
      {!inTime ? (
        <Mark tone="warn">{t`too late for the deadline`}</Mark>
      ) : workingDays < 0 ? (
        <Mark tone="warn">{t`the paper's day has passed`}</Mark>
      ) : null}
    </>
  );
}
