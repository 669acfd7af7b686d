import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useActions } from "../../../app/actions";
import { useNotify } from "../../../app/notify";
import { type BudgetSheet, type BudgetView, commands, type DocumentView } from "../../../ipc";
import { Confirm } from "../../../parts/Confirm";
import { useSave } from "../../../parts/useSave";
import { FreezeDialog } from "./dialogs/FreezeDialog";
import { NewVersionDialog } from "./dialogs/NewVersionDialog";
import { ProjectDialog } from "./dialogs/ProjectDialog";
import { VersionDialog } from "./dialogs/VersionDialog";
import type { Budgeting } from "./useBudget";
import { useNames } from "./useNames";

export type Dialog = "new" | "freeze" | "version" | "project" | "delete";

export type DialogProps = {
  view: BudgetView;
  sheet: BudgetSheet;
  budgeting: Budgeting;
  onClose: () => void;
};

type Props = DialogProps & {
  asked: Dialog;
  documents: readonly DocumentView[];
  /** The line with the focus. */
  line: number | null;
};

/** What is asked of a version as a whole. */
export default function Dialogs({ asked, documents, line, ...props }: Props) {
  switch (asked) {
    case "new":
      return <NewVersionDialog {...props} />;
    case "freeze":
      return <FreezeDialog {...props} documents={documents} />;
    case "version":
      return <VersionDialog {...props} documents={documents} />;
    case "project":
      return <ProjectDialog {...props} line={line} />;
    case "delete":
      return <DeleteDialog {...props} />;
  }
}

function DeleteDialog({ view, sheet, budgeting, onClose }: DialogProps) {
  const { t } = useLingui();
  const names = useNames();
  const notify = useNotify();
  const { runAction } = useActions();
  const { run, busy, error } = useSave();
  const { id, version } = sheet.budget;
  const name = names.version(view.versions, sheet.budget);
  const lines = sheet.lines.length;
  return (
    <Confirm
      open
      title={t`Delete the draft “${name}”?`}
      verb={t`Delete`}
      busy={busy}
      error={error}
      onConfirm={() =>
        run(() => commands.budgetDelete(id, version), {
          key: budgeting.shown.key,
          done: (left) => {
            budgeting.shown.done(left);
            notify({
              tone: "ok",
              text: t`Deleted: ${name}`,
              action: { label: t`Undo`, run: () => runAction("history.undo") },
            });
          },
        })
      }
      onClose={onClose}
    >
      {plural(lines, {
        one: "Its line goes too. It can be undone with Ctrl+Z.",
        other: "Its # lines go too. It can be undone with Ctrl+Z.",
      })}
    </Confirm>
  );
}
