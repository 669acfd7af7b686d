import { useLingui } from "@lingui/react/macro";
import Gavel from "lucide-react/icons/gavel";
import Pencil from "lucide-react/icons/pencil";
import Plus from "lucide-react/icons/plus";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { useAction } from "../../app/actions";
import { useSession } from "../../app/session";
import { formatDate, useWord } from "../../format";
import type { CaseReading, CaseView, ReadingView } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { Heading } from "../../parts/Heading";
import { Loading } from "../../parts/Loading";
import { useReturn } from "../../parts/standing/useReturn";
import css from "./Case.module.css";
import { asMinutes } from "./decision";
import { Part } from "./Part";

const ReadingForm = lazy(() => import("./ReadingForm"));
const DecideForm = lazy(() => import("./DecideForm"));

type Form = { kind: "reading"; row: CaseReading } | { kind: "decide"; id: number };

/** Who reads the case, when, and what was decided, as the minutes have it. */
export function Readings({ view }: { view: CaseView }) {
  const { t } = useLingui();
  const { writable } = useSession();
  const [form, setForm] = useState<Form | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { readings } = view;
  const fresh = () =>
    setForm({
      kind: "reading",
      row: {
        id: 0,
        version: 0,
        committeeCaseId: view.committeeCase.id,
        committeeId: 0,
        position: Math.max(-1, ...readings.map(({ reading }) => reading.position)) + 1,
        meetingDate: null,
        itemNumber: "",
        chairman: false,
        remark: "",
        votes: "",
        minorityStatement: "",
      },
    });
  // The first reading nothing was decided at is the one to record, else the last.
  const next = readings.find(({ decisions }) => decisions.length === 0) ?? readings.at(-1);
  const decide = () => next && setForm({ kind: "decide", id: next.reading.id });
  const free = writable && form === null;
  const decidable = free && next !== undefined && view.points.length > 0;
  useAction({
    id: "case.decide",
    title: t`Record the decision`,
    keys: "Alt+B",
    group: t`Committee case`,
    run: decide,
    enabled: decidable,
  });
  useAction({
    id: "case.reading",
    title: t`New reading`,
    keys: "Alt+U",
    group: t`Committee case`,
    run: fresh,
    enabled: free,
  });
  const ended = () => setForm(null);
  useReturn(
    form !== null,
    () => box.current?.querySelector<HTMLElement>("[data-decide]:enabled") ?? box.current?.querySelector("[data-new]"),
  );
  return (
    <div ref={box}>
      <Part
        title={t`Readings and decisions`}
        tools={
          <Button
            tone="quiet"
            icon={<Plus size={14} aria-hidden />}
            disabled={!free}
            data-new
            title={t`New reading (Alt+U)`}
            aria-keyshortcuts="Alt+U"
            onClick={fresh}
          >
            {t`New reading`}
          </Button>
        }
      >
        {readings.length === 0 && form === null && (
          <p className={css.soft}>{t`No committee reads it yet. Add the meeting, or the chairman's decision.`}</p>
        )}
        {readings.map((one) => {
          const { id } = one.reading;
          if (form?.kind === "reading" && form.row.id === id)
            return (
              <Suspense key={id} fallback={<Loading />}>
                <ReadingForm row={form.row} onEnd={ended} />
              </Suspense>
            );
          return (
            <Reading
              key={id}
              view={view}
              one={one}
              tools={
                form === null && (
                  <>
                    <Button
                      tone={one === next ? "plain" : "quiet"}
                      icon={<Gavel size={14} aria-hidden />}
                      disabled={!decidable}
                      data-decide
                      title={one === next ? t`Record the decision (Alt+B)` : undefined}
                      aria-keyshortcuts={one === next ? "Alt+B" : undefined}
                      onClick={() => setForm({ kind: "decide", id })}
                    >
                      {one.decisions.length === 0 ? t`Record the decision` : t`Correct the decision`}
                    </Button>
                    <Button
                      tone="quiet"
                      icon={<Pencil size={14} aria-hidden />}
                      disabled={!free}
                      onClick={() => setForm({ kind: "reading", row: one.reading })}
                    >
                      {t`Correct the committee's reading`}
                    </Button>
                  </>
                )
              }
            >
              {form?.kind === "decide" && form.id === id && (
                <Suspense fallback={<Loading />}>
                  <DecideForm view={view} one={one} onEnd={ended} />
                </Suspense>
              )}
            </Reading>
          );
        })}
        {form?.kind === "reading" && form.row.id === 0 && (
          <Suspense fallback={<Loading />}>
            <ReadingForm row={form.row} onEnd={ended} />
          </Suspense>
        )}
      </Part>
    </div>
  );
}

function Reading({
  view,
  one,
  tools,
  children,
}: {
  view: CaseView;
  one: ReadingView;
  tools: ReactNode;
  /** The form that records it, in the place of what was recorded. */
  children: ReactNode;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const { reading, committee, shortName } = one;
  const { meetingDate, itemNumber, chairman } = reading;
  const when = [
    meetingDate ? formatDate(meetingDate, language, "long") : t`no day set`,
    itemNumber && t`item ${itemNumber}`,
    chairman && t`chairman's decision`,
  ].filter(Boolean);
  return (
    <div className={css.reading}>
      <div className={css.readingHead}>
        <Heading level={3}>
          <DanishText>{committee}</DanishText> ({shortName})
        </Heading>
        <p className={css.soft}>{when.join(" · ")}</p>
      </div>
      {children || (
        <>
          <Minutes view={view} one={one} />
          <div className={css.tools}>{tools}</div>
        </>
      )}
    </div>
  );
}

/** What a committee decided on each point, and what it said. */
export function Minutes({ view, one }: { view: CaseView; one: ReadingView }) {
  const { t } = useLingui();
  const word = useWord();
  const { reading, decisions } = one;
  const labelOf = (id: number) => view.points.find(({ point }) => point.id === id)?.label ?? "?";
  return (
    <>
      {decisions.length === 0 && <p className={css.soft}>{t`Nothing is recorded as decided.`}</p>}
      <ul className={css.minutes}>
        {decisions.map(({ casePointId, outcome, text }) => (
          <li key={casePointId}>
            <DanishText>{asMinutes(labelOf(casePointId), word("outcome", outcome), text)}</DanishText>
          </li>
        ))}
      </ul>
      <Note name={t`Remark`} text={reading.remark} />
      <Note name={t`Votes`} text={reading.votes} />
      <Note name={t`Minority statement`} text={reading.minorityStatement} />
    </>
  );
}

function Note({ name, text }: { name: string; text: string }) {
  if (!text) return null;
  return (
    <div className={css.note}>
      <span className={css.soft}>{name}</span>
      <p>
        <DanishText>{text}</DanishText>
      </p>
    </div>
  );
}
