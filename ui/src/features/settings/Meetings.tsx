import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import FileDown from "lucide-react/icons/file-down";
import { lazy, Suspense, useRef, useState } from "react";
import { useSession } from "../../app/session";
import { useWord } from "../../format";
import { type Committee, commands, type MeetingsView, type OfficeView } from "../../ipc";
import { Button } from "../../parts/Button";
import { ErrorText } from "../../parts/ErrorText";
import { Heading } from "../../parts/Heading";
import { Loading } from "../../parts/Loading";
import { Select } from "../../parts/Select";
import { useReturn } from "../../parts/standing/useReturn";
import { AddMeeting } from "./AddMeeting";
import { Committees } from "./Committees";
import { CommitteeWays } from "./CommitteeWays";
import { MeetingList } from "./MeetingList";
import { firstYear, yearOf, yearsOf } from "./meetings";
import { OfOffice } from "./OfOffice";
import css from "./Settings.module.css";

const ReadMeetings = lazy(() => import("./ReadMeetings"));

/** The committees, the way a case goes between them, and when each of them meets. */
export function Meetings() {
  const { t } = useLingui();
  return (
    <OfOffice>
      {(office) => (
        <>
          <Heading level={3}>{t`Committees`}</Heading>
          <Committees office={office} />
          {office.committees.length > 0 && (
            <>
              <Heading level={3}>{t`The way of a case, and its paper`}</Heading>
              <CommitteeWays office={office} />
              <Heading level={3}>{t`Meetings`}</Heading>
              <Held office={office} />
            </>
          )}
        </>
      )}
    </OfOffice>
  );
}

function Held({ office }: { office: OfficeView }) {
  const { data, error, refetch } = useQuery({ queryKey: ["meetings"], queryFn: () => commands.meetings() });
  if (error) return <ErrorText error={error} retry={() => void refetch()} />;
  return data ? <OfYear office={office} view={data} /> : <Loading />;
}

/** A committee's meetings of a year. */
function OfYear({ office, view }: { office: OfficeView; view: MeetingsView }) {
  const { t } = useLingui();
  const { writable } = useSession();
  const [committeeId, setCommittee] = useState<number | null>(null);
  const [chosen, setYear] = useState<number | null>(null);
  const [reading, setReading] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useReturn(reading, () => button.current);
  // The one with the most meetings first: it is the one whose plan is kept here.
  const most = view.committees.toSorted((a, b) => b.meetings.length - a.meetings.length)[0];
  const of = view.committees.find(({ committee }) => committee.id === committeeId) ?? most;
  if (!of) return null;
  const { committee } = of;
  const thisYear = new Date().getFullYear();
  const year = chosen ?? firstYear(of, thisYear);
  const years = [...new Set([...yearsOf(of, thisYear), year])].sort((a, b) => b - a);
  const heldIn = (one: number) => of.meetings.filter(({ meeting }) => yearOf(meeting.heldOn) === one);
  return (
    <>
      <div className={css.line}>
        <Select
          label={t`Committee`}
          value={String(committee.id)}
          options={view.committees.map(({ committee: { id, name, shortName } }) => ({
            value: String(id),
            label: shortName || name,
            more: shortName ? name : undefined,
          }))}
          onChange={(id) => {
            setCommittee(Number(id));
            setYear(null);
          }}
        />
        <Select
          label={t`Year`}
          value={String(year)}
          options={years.map((one) => ({
            value: String(one),
            label: String(one),
            more: plural(heldIn(one).length, { one: "# meeting", other: "# meetings" }),
          }))}
          onChange={(one) => setYear(Number(one))}
        />
        {writable && !reading && (
          <Button ref={button} icon={<FileDown size={15} aria-hidden />} onClick={() => setReading(true)}>
            {t`Paste or read meetings`}
          </Button>
        )}
      </div>
      <PaperRule committee={committee} office={office} />
      {reading && writable && (
        <Suspense fallback={<Loading />}>
          <ReadMeetings
            committee={committee}
            onEnd={(read) => {
              if (read !== null) setYear(read);
              setReading(false);
            }}
          />
        </Suspense>
      )}
      <MeetingList committee={committee} year={year} meetings={heldIn(year)} />
      <AddMeeting key={committee.id} committeeId={committee.id} year={year} onAdded={setYear} />
    </>
  );
}

/** How long before a meeting its papers are handed in, and whose rule that is. */
function PaperRule({ committee, office }: { committee: Committee; office: OfficeView }) {
  const { t } = useLingui();
  const word = useWord();
  const usual = office.leadTimes.find(({ step }) => step === "paper");
  const own = committee.paperAmount !== null && committee.paperUnit !== null;
  const amount = own ? committee.paperAmount : usual?.amount;
  const unit = own ? committee.paperUnit : usual?.unit;
  if (amount == null || !unit) return null;
  const length = `${amount} ${word(amount === 1 ? "day_unit_one" : "day_unit", unit)}`;
  const name = committee.shortName || committee.name;
  return (
    <p className={css.about}>
      {own
        ? t`Papers for ${name} are handed in ${length} before the meeting, by the committee's own rule.`
        : t`Papers for ${name} are handed in ${length} before the meeting, by the lead time.`}{" "}
      {t`A day written in the list goes before the rule; emptied, the rule holds again.`}
    </p>
  );
}
