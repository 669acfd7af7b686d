import { useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { commands, type PaperPart, type PaperView } from "../../../ipc";
import { ErrorText } from "../../../parts/ErrorText";
import { AcceptButton } from "./AcceptButton";
import css from "./paper.module.css";
import { partName } from "./partName";
import { StateMark } from "./StateMark";
import { usePaperSave } from "./usePaper";

/** How the points stand; those the program wrote are accepted here. */
export function PointsState({ view, part }: { view: PaperView; part: PaperPart }) {
  const { t } = useLingui();
  const { writable } = useSession();
  const notify = useNotify();
  const save = usePaperSave();
  const box = useRef<HTMLSpanElement>(null);
  const name = partName(part);
  const accept = () =>
    save.run(
      () => commands.paperAccept(view.committeeCaseId, part.key),
      () => {
        notify({ tone: "ok", text: t`“${name}” is accepted.` });
        // The button is gone: the keyboard goes to what can be done next with the points.
        box.current?.closest("section")?.querySelector<HTMLElement>('[aria-keyshortcuts="Alt+P"]')?.focus();
      },
    );
  return (
    <span ref={box} className={css.pointsState}>
      <StateMark state={part.state} />
      {writable && part.state === "draft" && (
        <AcceptButton name={name} busy={save.busy} onAccept={() => void accept()} />
      )}
      {save.error && <ErrorText error={save.error} />}
    </span>
  );
}
