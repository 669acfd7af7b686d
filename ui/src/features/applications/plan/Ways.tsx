import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { useActions } from "../../../app/actions";
import { useNotify } from "../../../app/notify";
import { useWord } from "../../../format";
import { commands, type PlanOption, type PlanView, type Way } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { DanishText, LocalText } from "../../../parts/DanishText";
import { ErrorText } from "../../../parts/ErrorText";
import { FormActions } from "../../../parts/FormActions";
import { Mark } from "../../../parts/Mark";
import { useKept } from "../../../parts/standing/useKept";
import { useReturn } from "../../../parts/standing/useReturn";
import { TextArea } from "../../../parts/TextField";
import { useFirstFocus } from "../../../parts/useFirstFocus";
import { useSave } from "../../../parts/useSave";
import { Section } from "../page/Section";
import css from "./plan.module.css";
import { planKey } from "./usePlan";

type Draft = { way: Way; reason: string };

/** What can be done where no meeting can be reached: each way with its dates and what it does not give, one to choose. */
export function Ways({ plan, editable }: { plan: PlanView; editable: boolean }) {
  const { t } = useLingui();
  const word = useWord();
  const notify = useNotify();
  const { runAction } = useActions();
  const back = useSave();
  const [draft, keep] = useKept<Draft>(`plan way ${plan.applicationId}`);
  const box = useRef<HTMLUListElement>(null);
  const [last, setLast] = useState<Way | null>(null);
  const open = editable ? draft : null;
  useReturn(open !== null, () =>
    box.current?.querySelector<HTMLElement>(last ? `[data-way=${last}] button` : "button"),
  );
  const { way, wayReason } = plan.plan;
  const takeBack = () =>
    back.run(() => commands.planChooseWay({ applicationId: plan.applicationId, way: null, reason: "" }), {
      key: planKey(plan.applicationId),
      done: () =>
        notify({
          tone: "ok",
          text: t`The choice is taken back.`,
          action: { label: t`Undo`, run: () => runAction("history.undo") },
        }),
    });
  // A way that was chosen stays to be seen, also once no option is open any more.
  const shown: (PlanOption | { way: Way; sentence: null })[] =
    way !== null && !plan.options.some((one) => one.way === way)
      ? [{ way, sentence: null }, ...plan.options]
      : plan.options;
  return (
    <Section title={t`Ways that are left`}>
      <ul ref={box} className={css.ways}>
        {shown.map((one) => {
          const chosen = one.way === way;
          return (
            <li key={one.way} data-way={one.way} data-chosen={chosen || undefined}>
              <div className={css.way}>
                <span className={css.stepName}>{word("way", one.way)}</span>
                {chosen && <Mark tone="ok">{t`chosen`}</Mark>}
                {editable && open?.way !== one.way && (
                  <Button
                    onClick={() => {
                      setLast(one.way);
                      if (chosen) void takeBack();
                      else keep({ way: one.way, reason: "" });
                    }}
                  >
                    {chosen ? t`Take the choice back` : t`Choose …`}
                  </Button>
                )}
              </div>
              {one.sentence && (
                <p>
                  <LocalText text={one.sentence} />
                </p>
              )}
              {chosen && wayReason && (
                <p className={css.soft}>
                  <DanishText>{wayReason}</DanishText>
                </p>
              )}
              {open?.way === one.way && <WayForm plan={plan} draft={open} keep={keep} />}
            </li>
          );
        })}
      </ul>
      {back.error && <ErrorText error={back.error} />}
    </Section>
  );
}

function WayForm({ plan, draft, keep }: { plan: PlanView; draft: Draft; keep: (draft: Draft | null) => void }) {
  const { t } = useLingui();
  const word = useWord();
  const notify = useNotify();
  const save = useSave(["reason", "wayReason"]);
  const form = useRef<HTMLFormElement>(null);
  useFirstFocus(form, "textarea");
  const chosen = word("way", draft.way);
  const submit = () =>
    save.run(
      () => commands.planChooseWay({ applicationId: plan.applicationId, ...draft, reason: draft.reason.trim() }),
      {
        key: planKey(plan.applicationId),
        done: () => {
          keep(null);
          notify({ tone: "ok", text: t`Chosen: ${chosen}` });
        },
      },
    );
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={chosen}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextArea
        label={t`Why this way`}
        lang="da"
        rows={2}
        value={draft.reason}
        onChange={(reason) => keep({ ...draft, reason })}
        error={save.fieldError("reason") ?? save.fieldError("wayReason")}
      />
      {save.error && <ErrorText error={save.error} />}
      <FormActions save={t`Choose`} busy={save.busy} dirty={draft.reason.trim() !== ""} onCancel={() => keep(null)} />
    </form>
  );
}
