import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useActions } from "../../app/actions";
import type { IntakeDone, IntakeTarget } from "../../ipc";
import { Button } from "../../parts/Button";
import { Heading } from "../../parts/Heading";
import { Mark } from "../../parts/Mark";
import { useFirstFocus } from "../../parts/useFirstFocus";
import css from "./intake.module.css";

/** What was read in, the way to it and the way back. */
export function Done({
  done,
  target,
  onUndone,
  onAnother,
}: {
  done: IntakeDone;
  target: IntakeTarget;
  onUndone: () => void;
  onAnother: () => void;
}) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { runAction } = useActions();
  const box = useRef<HTMLDivElement>(null);
  const added = plural(done.added, { one: "# added", other: "# added" });
  const updated = plural(done.updated, { one: "# updated", other: "# updated" });
  useFirstFocus(box, "button");
  return (
    <div ref={box} className={css.done}>
      <Heading level={2}>{t`The sheet is read in`}</Heading>
      <p role="status">
        <Mark tone="ok">{`${added} · ${updated}`}</Mark>
      </p>
      <div className={css.buttons}>
        <Button tone="primary" onClick={() => navigate({ to: target === "pools" ? "/pools" : "/applications" })}>
          {target === "pools" ? t`See the pools` : t`See the applications`}
        </Button>
        <Button
          onClick={() => {
            runAction("history.undo");
            onUndone();
          }}
        >{t`Undo`}</Button>
        <Button onClick={onAnother}>{t`Another file …`}</Button>
      </div>
      <p
        className={css.about}
      >{t`Undo takes back all of it in one step. It can also be done later, with Ctrl+Z or from the history.`}</p>
    </div>
  );
}
