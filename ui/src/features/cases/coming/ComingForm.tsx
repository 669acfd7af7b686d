import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { useActions } from "../../../app/actions";
import { useNotify } from "../../../app/notify";
import { useWord } from "../../../format";
import { type ComingView, commands, type PlannedCase, type PlannedKind } from "../../../ipc";
import { ComboField } from "../../../parts/ComboField";
import { DanishText } from "../../../parts/DanishText";
import { DateField } from "../../../parts/DateField";
import { ErrorText } from "../../../parts/ErrorText";
import { FormActions } from "../../../parts/FormActions";
import { Select } from "../../../parts/Select";
import { useKept } from "../../../parts/standing/useKept";
import { TextArea, TextField } from "../../../parts/TextField";
import { useFirstFocus } from "../../../parts/useFirstFocus";
import { useSave } from "../../../parts/useSave";
import css from "../Cases.module.css";
import { useSubjects } from "../useCase";
import type { Asked } from "./shown";
import { useMeetingWords } from "./useMeetingWords";

const kinds: readonly PlannedKind[] = [
  "application",
  "status_report",
  "final_report",
  "follow_up",
  "information",
  "other",
];
const fields = ["committeeId", "meetingId", "afterOn", "title", "kind", "applicationId", "reason", "source", "note"];

/** A coming case is written, moved to another meeting or dropped; the two last with a reason. */
export default function ComingForm({ asked, view, onEnd }: { asked: Asked; view: ComingView; onEnd: () => void }) {
  const { t } = useLingui();
  const notify = useNotify();
  const { runAction } = useActions();
  const { what } = asked;
  // What stands on the list already is moved with a reason, not corrected.
  const correcting = what === "write" && asked.row.id !== 0;
  const [kept, keep] = useKept<PlannedCase>(`coming ${what} ${asked.row.id} ${asked.row.replaces}`);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = useSave(fields);
  const row = kept ?? asked.row;
  const set = (patch: Partial<PlannedCase>) => keep({ ...row, ...patch });
  const title = {
    write: row.id === 0 ? t`New coming case` : t`Correct the coming case`,
    move: t`To another meeting`,
    drop: t`It is not coming`,
  }[what];
  const wrong = {
    title: row.title.trim() === "" ? t`Write what the case is about.` : undefined,
    reason: what !== "write" && row.reason.trim() === "" ? t`Write why.` : undefined,
    afterOn:
      what !== "drop" && !correcting && row.meetingId === null && row.afterOn === null ? t`Write the day.` : undefined,
    // The meeting it stands on already is no other.
    meeting:
      what === "move" && row.meetingId === asked.row.meetingId && row.afterOn === asked.row.afterOn
        ? t`Choose another meeting.`
        : undefined,
  };
  useFirstFocus(form, "button, input, textarea");

  const submit = async () => {
    setTried(true);
    if (Object.values(wrong).some(Boolean)) return;
    const sent: PlannedCase = {
      ...row,
      title: row.title.trim(),
      reason: row.reason.trim(),
      dropped: what === "drop",
    };
    await save.run(() => commands.plannedCaseSave(sent), {
      done: () => {
        keep(null);
        notify({
          tone: "ok",
          text: { write: t`The coming case is saved.`, move: t`The case is moved.`, drop: t`The case is dropped.` }[
            what
          ],
          action: { label: t`Undo`, run: () => runAction("history.undo") },
        });
        onEnd();
      },
    });
  };
  return (
    <form
      ref={form}
      className={`${css.side} ${css.form}`}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 className={css.sideTitle}>{title}</h2>
      {what === "write" ? (
        <Written row={row} view={view} set={set} wrong={tried ? wrong.title : undefined} save={save} />
      ) : (
        <p>
          <DanishText>{row.title}</DanishText>
        </p>
      )}
      {what !== "drop" && !correcting && (
        <Meeting
          row={row}
          view={view}
          set={set}
          wrong={tried ? (wrong.meeting ?? wrong.afterOn) : undefined}
          save={save}
        />
      )}
      {what === "write" ? (
        <>
          <TextField
            label={t`Known from`}
            lang="da"
            value={row.source}
            onChange={(source) => set({ source })}
            error={save.fieldError("source")}
          />
          <TextArea
            label={t`Note`}
            lang="da"
            rows={2}
            value={row.note}
            onChange={(note) => set({ note })}
            error={save.fieldError("note")}
          />
        </>
      ) : (
        <TextArea
          label={t`Reason`}
          lang="da"
          rows={3}
          value={row.reason}
          onChange={(reason) => set({ reason })}
          description={t`It stands on the list the committee is shown.`}
          error={tried && wrong.reason ? wrong.reason : save.fieldError("reason")}
        />
      )}
      {save.error && <ErrorText error={save.error} />}
      <FormActions
        save={{ write: t`Save the case`, move: t`Move the case`, drop: t`Drop the case` }[what]}
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

type PartProps = {
  row: PlannedCase;
  view: ComingView;
  set: (patch: Partial<PlannedCase>) => void;
  wrong: string | undefined;
  save: ReturnType<typeof useSave>;
};

function Written({ row, view, set, wrong, save }: PartProps) {
  const { t } = useLingui();
  const word = useWord();
  const { applications } = useSubjects();
  const options = [
    { value: "", label: t`No application` },
    ...applications.filter(({ ended }) => !ended).map(({ id, title }) => ({ value: String(id), label: title })),
  ];
  return (
    <>
      <TextField
        label={t`What it is about`}
        lang="da"
        value={row.title}
        onChange={(title) => set({ title })}
        error={wrong ?? save.fieldError("title")}
      />
      <Select
        label={t`Kind`}
        labelAbove
        value={row.kind}
        options={kinds.map((value) => ({ value, label: word("planned_kind", value) }))}
        onChange={(kind) => set({ kind })}
      />
      {row.id === 0 && (
        <Select
          label={t`Committee`}
          labelAbove
          value={String(row.committeeId)}
          options={view.committees.map(({ committeeId, name }) => ({ value: String(committeeId), label: name }))}
          onChange={(id) => {
            const [first] = view.committees.find(({ committeeId }) => committeeId === Number(id))?.ahead ?? [];
            set({ committeeId: Number(id), meetingId: first?.id ?? null, afterOn: first ? null : view.asOf });
          }}
        />
      )}
      <ComboField
        label={t`Application`}
        value={row.applicationId === null ? "" : String(row.applicationId)}
        options={options}
        onChange={(id) => set({ applicationId: id === "" ? null : Number(id) })}
      />
    </>
  );
}

/** A meeting ahead, or the first after a day while its own is not known. */
function Meeting({ row, view, set, wrong, save }: PartProps) {
  const { t } = useLingui();
  const words = useMeetingWords();
  const ahead = view.committees.find(({ committeeId }) => committeeId === row.committeeId)?.ahead ?? [];
  const error = wrong ?? save.fieldError("meetingId") ?? save.fieldError("afterOn");
  return (
    <>
      <Select
        label={t`Meeting`}
        labelAbove
        value={row.meetingId === null ? "" : String(row.meetingId)}
        options={[
          ...ahead.map((meeting) => ({ value: String(meeting.id), label: words.meeting({ meeting, afterOn: null }) })),
          { value: "", label: t`The first after a day` },
        ]}
        onChange={(id) =>
          set(id === "" ? { meetingId: null, afterOn: view.asOf } : { meetingId: Number(id), afterOn: null })
        }
      />
      {row.meetingId === null ? (
        <DateField
          label={t`The first meeting after`}
          value={row.afterOn}
          onChange={(afterOn) => set({ afterOn })}
          error={error}
        />
      ) : (
        error && <p className={css.wrong}>{error}</p>
      )}
    </>
  );
}
