import { useLingui } from "@lingui/react/macro";
import Eye from "lucide-react/icons/eye";
import Undo from "lucide-react/icons/undo-2";
import { useRef, useState } from "react";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { formatDate, formatDateTime } from "../../../format";
import { type CopyView, commands, type PaperView } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { DanishText } from "../../../parts/DanishText";
import { Dialog } from "../../../parts/Dialog";
import { ErrorText } from "../../../parts/ErrorText";
import { FormActions } from "../../../parts/FormActions";
import { Heading } from "../../../parts/Heading";
import { useKept } from "../../../parts/standing/useKept";
import { TextArea } from "../../../parts/TextField";
import { useFirstFocus } from "../../../parts/useFirstFocus";
import css from "./paper.module.css";
import { usePaperSave } from "./usePaper";

/** The copies that were handed in, newest first, each to be looked at; the one that stands can be taken back. */
export function Copies({
  view,
  shown,
  onShow,
}: {
  view: PaperView;
  /** The copy that is looked at; null for the paper that stands. */
  shown: number | null;
  onShow: (id: number | null) => void;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const { copies, handedIn } = view;
  if (copies.length === 0) return null;
  const about = ({ handedIn: { at, by, number } }: CopyView) => {
    const on = formatDateTime(at, language);
    return by ? t`Copy ${number}: handed in ${on} by ${by}` : t`Copy ${number}: handed in ${on}`;
  };
  return (
    <section className={css.copies} aria-label={t`Copies handed in`}>
      <Heading level={2}>{t`Copies handed in`}</Heading>
      <ul>
        {copies.map((copy) => {
          const { id, withdrawnOn, reason } = copy;
          const day = withdrawnOn && formatDate(withdrawnOn, language, "short");
          const { number } = copy.handedIn;
          const stands = id === handedIn?.id;
          return (
            <li key={id}>
              <p>
                {about(copy)}
                {stands && <strong> {t`(stands)`}</strong>}
              </p>
              {day && (
                <p className={css.soft}>
                  {t`Taken back ${day}:`} <DanishText>{reason}</DanishText>
                </p>
              )}
              {!stands && (
                <Button
                  tone="quiet"
                  icon={<Eye size={14} aria-hidden />}
                  aria-label={shown === id ? undefined : t`Show copy ${number}`}
                  onClick={() => onShow(shown === id ? null : id)}
                >
                  {shown === id ? t`Back to the paper as it stands` : t`Show`}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Takes the copy that stands back, to change the paper. It says why. */
export function TakeBackButton({ copy }: { copy: CopyView }) {
  const { t } = useLingui();
  const { writable } = useSession();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button icon={<Undo size={14} aria-hidden />} disabled={!writable} onClick={() => setAsking(true)}>
        {t`Take back …`}
      </Button>
      <Dialog open={asking} title={t`Take the paper back?`} onClose={() => setAsking(false)}>
        <TakeBackForm copy={copy} onEnd={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

function TakeBackForm({ copy, onEnd }: { copy: CopyView; onEnd: () => void }) {
  const { t } = useLingui();
  const notify = useNotify();
  const form = useRef<HTMLFormElement>(null);
  const [reason, keep] = useKept<string>(`paper take back ${copy.id}`);
  const save = usePaperSave(["reason"]);
  useFirstFocus(form, "textarea");
  const submit = () =>
    save.run(
      () => commands.paperTakeBack({ id: copy.id, version: copy.version, reason: (reason ?? "").trim() }),
      () => {
        keep(null);
        onEnd();
        notify({ tone: "ok", text: t`The paper is taken back and can be changed. The copy is kept.` });
      },
    );
  return (
    <form
      ref={form}
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>{t`The texts can be changed again. What was handed in is kept as a copy.`}</p>
      <TextArea
        label={t`Why`}
        lang="da"
        rows={3}
        value={reason ?? ""}
        onChange={(next) => {
          save.reset();
          keep(next);
        }}
        error={save.fieldError("reason")}
      />
      {save.error && <ErrorText error={save.error} />}
      <FormActions save={t`Take the paper back`} busy={save.busy} onCancel={onEnd} />
    </form>
  );
}
