import { useLingui } from "@lingui/react/macro";
import Check from "lucide-react/icons/check";
import Clock from "lucide-react/icons/clock";
import Pencil from "lucide-react/icons/pencil";
import Plus from "lucide-react/icons/plus";
import { useRef, useState } from "react";
import { useAction } from "../../app/actions";
import { useSession } from "../../app/session";
import { formatDate, formatDays } from "../../format";
import { type CaseView, commands, type FollowUp } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { DateField } from "../../parts/DateField";
import { DeleteButton } from "../../parts/DeleteButton";
import { ErrorText } from "../../parts/ErrorText";
import { FormActions } from "../../parts/FormActions";
import { Mark } from "../../parts/Mark";
import { useKept } from "../../parts/standing/useKept";
import { useReturn } from "../../parts/standing/useReturn";
import { TextArea } from "../../parts/TextField";
import { useFirstFocus } from "../../parts/useFirstFocus";
import css from "./Case.module.css";
import { daysTo } from "./days";
import { Part } from "./Part";
import { useCaseSave } from "./useCase";

/** What the committee was promised: open until it is reported. */
export function FollowUps({ view }: { view: CaseView }) {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const [form, setForm] = useState<{ row: FollowUp; reporting: boolean } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { followUps, asOf } = view;
  const fresh = () =>
    setForm({
      row: {
        id: 0,
        version: 0,
        committeeCaseId: view.committeeCase.id,
        text: "",
        dueOn: null,
        reportedOn: null,
        report: "",
      },
      reporting: false,
    });
  const free = writable && form === null;
  useAction({
    id: "case.followUp",
    title: t`New follow-up`,
    keys: "Alt+O",
    group: t`Committee case`,
    run: fresh,
    enabled: free,
  });
  const ended = () => setForm(null);
  useReturn(form !== null, () => box.current?.querySelector<HTMLElement>("button"));
  const day = (iso: string) => formatDate(iso, language, "long");
  const reported = (row: FollowUp) => {
    const on = row.reportedOn ? day(row.reportedOn) : "";
    return t`reported ${on}`;
  };
  const due = (row: FollowUp) => {
    if (row.dueOn === null) return t`open, no day set`;
    const on = day(row.dueOn);
    const days = formatDays(daysTo(asOf, row.dueOn), language);
    return t`open, due ${on} (${days})`;
  };
  return (
    <div ref={box}>
      <Part
        title={t`Follow-ups`}
        tools={
          <Button
            tone="quiet"
            icon={<Plus size={14} aria-hidden />}
            disabled={!free}
            title={t`New follow-up (Alt+O)`}
            aria-keyshortcuts="Alt+O"
            onClick={fresh}
          >
            {t`New follow-up`}
          </Button>
        }
      >
        {followUps.length === 0 && form === null && (
          <p className={css.soft}>{t`What the committee is promised to be told or done afterwards.`}</p>
        )}
        {followUps.map((row) =>
          form?.row.id === row.id ? (
            <FollowUpForm key={row.id} {...form} onEnd={ended} />
          ) : (
            <div key={row.id} className={css.block}>
              <p>
                <DanishText>{row.text}</DanishText>
              </p>
              {row.reportedOn ? (
                <Mark tone="ok" icon={<Check size={14} aria-hidden />}>
                  {reported(row)}
                </Mark>
              ) : (
                <Mark tone="warn" icon={<Clock size={14} aria-hidden />}>
                  {due(row)}
                </Mark>
              )}
              {row.report && (
                <p className={css.soft}>
                  <DanishText>{row.report}</DanishText>
                </p>
              )}
              {free && (
                <div className={css.tools}>
                  {row.reportedOn === null && (
                    <Button onClick={() => setForm({ row, reporting: true })}>{t`Report back`}</Button>
                  )}
                  <Button
                    tone="quiet"
                    icon={<Pencil size={14} aria-hidden />}
                    onClick={() => setForm({ row, reporting: row.reportedOn !== null })}
                  >
                    {t`Correct`}
                  </Button>
                </div>
              )}
            </div>
          ),
        )}
        {form?.row.id === 0 && <FollowUpForm {...form} onEnd={ended} />}
      </Part>
    </div>
  );
}

function FollowUpForm({ row, reporting, onEnd }: { row: FollowUp; reporting: boolean; onEnd: () => void }) {
  const { t } = useLingui();
  const [kept, keep] = useKept<FollowUp>(`follow-up ${row.committeeCaseId} ${row.id}`);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = useCaseSave(["text", "dueOn", "reportedOn", "report"]);
  const removal = useCaseSave();
  const written = kept ?? row;
  const set = (patch: Partial<FollowUp>) => keep({ ...written, ...patch });
  const undated = reporting && row.reportedOn === null && written.reportedOn === null;
  useFirstFocus(form, reporting ? "input" : "textarea");
  const submit = async () => {
    setTried(true);
    if (undated) return;
    await save.run(
      () => commands.casePartSave({ kind: "follow_up", row: { ...written, text: written.text.trim() } }),
      () => {
        keep(null);
        onEnd();
      },
    );
  };
  const remove = () =>
    removal.run(
      () => commands.casePartDelete("follow_up", row.id, row.version),
      () => {
        keep(null);
        onEnd();
      },
    );
  return (
    <form
      ref={form}
      className={`${css.form} ${css.boxed}`}
      aria-label={reporting ? t`Report back` : row.id === 0 ? t`New follow-up` : t`Correct the follow-up`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {reporting && (
        <>
          <DateField
            label={t`Reported on`}
            value={written.reportedOn}
            onChange={(reportedOn) => set({ reportedOn })}
            error={tried && undated ? t`Say when it was reported.` : save.fieldError("reportedOn")}
          />
          <TextArea
            label={t`What was reported`}
            lang="da"
            rows={2}
            value={written.report}
            onChange={(report) => set({ report })}
            error={save.fieldError("report")}
          />
        </>
      )}
      {(!reporting || row.reportedOn !== null) && (
        <>
          <TextArea
            label={t`What was promised`}
            lang="da"
            rows={2}
            value={written.text}
            onChange={(text) => set({ text })}
            error={save.fieldError("text")}
          />
          <DateField
            label={t`Due`}
            value={written.dueOn}
            onChange={(dueOn) => set({ dueOn })}
            error={save.fieldError("dueOn")}
          />
        </>
      )}
      {save.error && <ErrorText error={save.error} />}
      <FormActions
        busy={save.busy}
        dirty={kept !== null}
        onCancel={() => {
          keep(null);
          onEnd();
        }}
      >
        {row.id !== 0 && !reporting && (
          <DeleteButton label={t`Delete …`} title={t`Delete the follow-up?`} removal={removal} onDelete={remove}>
            {t`It can be undone with Ctrl+Z.`}
          </DeleteButton>
        )}
      </FormActions>
    </form>
  );
}
