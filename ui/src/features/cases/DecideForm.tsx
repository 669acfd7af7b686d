import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { useNotify } from "../../app/notify";
import { useWord } from "../../format";
import { type CaseReading, type CaseView, commands, type Outcome, type PointView, type ReadingView } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { DateField } from "../../parts/DateField";
import { ErrorText } from "../../parts/ErrorText";
import { FormActions } from "../../parts/FormActions";
import { OptionalSelect } from "../../parts/OptionalSelect";
import { useKept } from "../../parts/standing/useKept";
import { TextArea, TextField } from "../../parts/TextField";
import { useFirstFocus } from "../../parts/useFirstFocus";
import css from "./Case.module.css";
import { asMinutes, becoming, draftOf, outcomeOf, outcomes, type Recording, recordingOf } from "./decision";
import { useCaseSave } from "./useCase";

/** What a committee decided on each point, with remark, votes and minority, and which pools become applications by it. */
export default function DecideForm({ view, one, onEnd }: { view: CaseView; one: ReadingView; onEnd: () => void }) {
  const { t } = useLingui();
  const notify = useNotify();
  const [kept, keep] = useKept<Recording>(`decision ${one.reading.id}`);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = useCaseSave(["meetingDate", "remark", "votes", "minorityStatement"]);
  // Version and what else is not asked here are the newest, whatever was kept.
  const begun = recordingOf(view, one);
  const recording = kept ? { ...kept, reading: { ...kept.reading, version: one.reading.version } } : begun;
  const set = (patch: Partial<Recording>) => keep({ ...recording, ...patch });
  const setReading = (patch: Partial<CaseReading>) => set({ reading: { ...recording.reading, ...patch } });
  const setPoint = (id: number, patch: Partial<Recording["points"][number]>) => {
    const said = recording.points[id] ?? { outcome: null, text: "" };
    set({ points: { ...recording.points, [id]: { ...said, ...patch } } });
  };
  const all = () =>
    set({
      points: Object.fromEntries(
        view.points
          .filter(({ point }) => point.parentId === null)
          .map(({ point }) => [
            point.id,
            { outcome: "approved" as const, text: recording.points[point.id]?.text ?? "" },
          ]),
      ),
    });
  const { reading } = recording;
  const pools = becoming(view, recording);
  const undated = reading.meetingDate === null;
  const draft = draftOf(view, one, recording);
  useFirstFocus(form, "input, button");

  const submit = async () => {
    setTried(true);
    if (undated) return;
    await save.run(
      () => commands.caseDecide(draft),
      () => {
        keep(null);
        notify({ tone: "ok", text: t`The decision is recorded.` });
        onEnd();
      },
    );
  };
  return (
    <form
      ref={form}
      className={`${css.form} ${css.boxed}`}
      aria-label={t`Record the decision`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={css.pair}>
        <DateField
          label={reading.chairman ? t`Day of the chairman's decision` : t`Meeting`}
          value={reading.meetingDate}
          onChange={(meetingDate) => setReading({ meetingDate })}
          error={tried && undated ? t`A decision counts from its day.` : save.fieldError("meetingDate")}
        />
        <div className={css.low}>
          <Button onClick={all}>{t`Everything approved`}</Button>
        </div>
      </div>
      <ul className={css.deciding}>
        {view.points.map((point) => (
          <Deciding
            key={point.point.id}
            point={point}
            recording={recording}
            onChange={(patch) => setPoint(point.point.id, patch)}
          />
        ))}
      </ul>
      <TextArea
        label={t`Remark`}
        lang="da"
        rows={2}
        value={reading.remark}
        onChange={(remark) => setReading({ remark })}
        error={save.fieldError("remark")}
      />
      <div className={css.pair}>
        <TextArea
          label={t`Votes`}
          lang="da"
          rows={2}
          value={reading.votes}
          onChange={(votes) => setReading({ votes })}
          error={save.fieldError("votes")}
        />
        <TextArea
          label={t`Minority statement`}
          lang="da"
          rows={2}
          value={reading.minorityStatement}
          onChange={(minorityStatement) => setReading({ minorityStatement })}
          error={save.fieldError("minorityStatement")}
        />
      </div>
      {pools.length > 0 && (
        <fieldset className={css.becoming}>
          <legend>{t`Approved pools without an application. Those ticked become applications being assessed:`}</legend>
          {pools.map(({ id, title }) => (
            <label key={id} className={css.check}>
              <input
                type="checkbox"
                checked={!recording.left.includes(id)}
                onChange={(event) =>
                  set({
                    left: event.target.checked ? recording.left.filter((pool) => pool !== id) : [...recording.left, id],
                  })
                }
              />
              <DanishText>{title}</DanishText>
            </label>
          ))}
        </fieldset>
      )}
      {save.error && <ErrorText error={save.error} />}
      <FormActions
        save={t`Record the decision`}
        busy={save.busy}
        dirty={kept !== null}
        onCancel={() => {
          keep(null);
          onEnd();
        }}
      />
    </form>
  );
}

function Deciding({
  point,
  recording,
  onChange,
}: {
  point: PointView;
  recording: Recording;
  onChange: (patch: { outcome?: Outcome | null; text?: string }) => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  const { label } = point;
  const said = recording.points[point.point.id] ?? { outcome: null, text: "" };
  const inside = point.point.parentId !== null;
  const holds = outcomeOf(recording, point);
  const none = inside && holds !== null && said.outcome === null ? word("outcome", holds) : null;
  return (
    <li data-inside={inside || undefined}>
      <p className={css.asked}>
        <span className={css.label}>{label}</span> <DanishText>{point.point.text}</DanishText>
      </p>
      <div className={css.outcomeRow}>
        <OptionalSelect
          label={t`Ad ${label}`}
          value={said.outcome}
          options={outcomes.map((value) => ({ value, label: word("outcome", value) }))}
          none={none === null ? t`not decided` : t`as above: ${none}`}
          onChange={(outcome) => onChange({ outcome })}
        />
        {said.outcome !== null && (
          <TextField
            label={t`Wording of ${label}, where it says more`}
            hideLabel
            lang="da"
            placeholder={asMinutes(label, word("outcome", said.outcome), "")}
            value={said.text}
            onChange={(text) => onChange({ text })}
          />
        )}
      </div>
    </li>
  );
}
