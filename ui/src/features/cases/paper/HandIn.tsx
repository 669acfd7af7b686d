import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import Stamp from "lucide-react/icons/stamp";
import { useState } from "react";
import { useAction } from "../../../app/actions";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { commands, type PaperView } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { Dialog } from "../../../parts/Dialog";
import { ErrorText } from "../../../parts/ErrorText";
import { Mark } from "../../../parts/Mark";
import css from "./paper.module.css";
import { usePaperSave } from "./usePaper";

/** The tables and lists in the texts of the paper that have nothing in them now. */
function emptyIn({ parts, lives }: PaperView) {
  const standing = new Set(parts.flatMap(({ prose }) => prose).map((block) => block.type === "live" && block.code));
  return lives.filter(({ code, empty }) => empty && standing.has(code));
}

/** Hands the paper in as it is now, after it is said what is not done. */
export function HandInButton({
  view,
  isWriting,
}: {
  view: PaperView;
  /** Whether a text is being written that is not saved. */
  isWriting: () => boolean;
}) {
  const { t } = useLingui();
  const { writable, language } = useSession();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const save = usePaperSave();
  const { missing, changed, committeeCaseId } = view;
  const enabled = writable && !asking;
  useAction({
    id: "paper.hand_in",
    title: t`Hand in the paper …`,
    group: t`Committee case`,
    run: () => setAsking(true),
    enabled,
  });
  const close = () => {
    setAsking(false);
    save.reset();
  };
  const handIn = () =>
    save.run(
      () => commands.paperHandIn(committeeCaseId),
      () => {
        close();
        notify({ tone: "ok", text: t`The paper is handed in. It does not change any more.` });
      },
    );
  const count = changed.length;
  const empty = emptyIn(view);
  const missed = empty.length;
  const names = empty.map(({ label }) => label[language]).join(", ");
  const undone = [
    ...missing.map((sentence) => sentence[language]),
    count > 0 &&
      plural(count, {
        one: "# figure has changed since its text was accepted. The paper says the new one.",
        other: "# figures have changed since their texts were accepted. The paper says the new ones.",
      }),
    missed > 0 &&
      plural(missed, {
        one: `# table has nothing in it now and is left out of the paper: ${names}.`,
        other: `# tables have nothing in them now and are left out of the paper: ${names}.`,
      }),
    asking && isWriting() && t`A text is being written and is not saved: what you have typed is not in the paper.`,
  ].filter((one) => one !== false);
  return (
    <>
      <Button icon={<Stamp size={14} aria-hidden />} disabled={!writable} onClick={() => setAsking(true)}>
        {t`Hand in …`}
      </Button>
      <Dialog
        open={asking}
        width={460}
        title={t`Hand in the paper?`}
        onClose={close}
        foot={
          <>
            <Button onClick={close}>{t`Cancel`}</Button>
            <Button tone="primary" disabled={save.busy} onClick={() => void handIn()}>
              {t`Hand in`}
            </Button>
          </>
        }
      >
        <p>{t`The paper is kept as it is now, with the time and your name. Figures and texts in it do not change after that; to change them the paper must be taken back.`}</p>
        {undone.length > 0 && (
          <>
            <p>{plural(undone.length, { one: "# thing is not in place:", other: "# things are not in place:" })}</p>
            <ul className={css.undone}>
              {undone.map((words) => (
                <li key={words}>
                  <Mark tone="warn">{words}</Mark>
                </li>
              ))}
            </ul>
          </>
        )}
        {save.error && <ErrorText error={save.error} />}
      </Dialog>
    </>
  );
}
