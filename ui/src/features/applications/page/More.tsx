import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import Copy from "lucide-react/icons/copy";
import Ellipsis from "lucide-react/icons/ellipsis";
import FileArchive from "lucide-react/icons/file-archive";
import Scale from "lucide-react/icons/scale";
import Trash from "lucide-react/icons/trash-2";
import { useState } from "react";
import { useAction, useActions } from "../../../app/actions";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { type ApplicationView, commands, type Stage } from "../../../ipc";
import { Confirm } from "../../../parts/Confirm";
import { DanishText } from "../../../parts/DanishText";
import { useExport } from "../../../parts/export/useExport";
import { Menu } from "../../../parts/Menu";
import { useSave } from "../../../parts/useSave";
import { live } from "./track";

/** Before these nothing has left the house. */
const unsent: ReadonlySet<Stage> = new Set(["idea", "assessing", "drafting", "not_applied"]);

/** What can be done with the application as a whole. */
export function More({ view }: { view: ApplicationView }) {
  const { t } = useLingui();
  const { writable } = useSession();
  const navigate = useNavigate();
  const notify = useNotify();
  const { runAction } = useActions();
  const [deleting, setDeleting] = useState(false);
  const removal = useSave();
  const { id, version, title } = view.application;
  const sent = live(view.steps).some(({ stage }) => !unsent.has(stage));
  const copy = () => void navigate({ to: "/applications/new", search: { copy: id } });
  const put = () => void navigate({ to: "/cases/new", search: { applications: String(id) } });
  const group = t`Application`;
  useAction({ id: "application.copy", title: t`Copy the application`, group, run: copy, enabled: writable });
  useAction({ id: "application.put", title: t`New case about the application`, group, run: put, enabled: writable });
  const dossier = { of: { kind: "dossier", application_id: id }, title } as const;
  const exporting = useExport([dossier]);
  const remove = () =>
    removal.run(() => commands.applicationDelete(id, version), {
      done: () => {
        void navigate({ to: "/applications" });
        notify({
          tone: "ok",
          text: (
            <>
              {t`Deleted:`} <DanishText>{title}</DanishText>
            </>
          ),
          action: { label: t`Undo`, run: () => runAction("history.undo") },
        });
      },
    });
  return (
    <>
      <Menu
        label={t`More with the application`}
        sections={[
          {
            items: [
              {
                id: "copy",
                label: t`Copy …`,
                icon: <Copy size={15} aria-hidden />,
                disabled: !writable,
                onAction: copy,
              },
              {
                id: "put",
                label: t`New case …`,
                icon: <Scale size={15} aria-hidden />,
                disabled: !writable,
                onAction: put,
              },
            ],
          },
          {
            items: [
              {
                id: "dossier",
                label: t`Export everything …`,
                more: t`One file with all papers, documents and history`,
                icon: <FileArchive size={15} aria-hidden />,
                onAction: () => exporting.ask(dossier),
              },
            ],
          },
          {
            items: [
              {
                id: "delete",
                label: t`Delete …`,
                more: sent ? t`It has been sent; withdraw it instead.` : undefined,
                icon: <Trash size={15} aria-hidden />,
                disabled: sent || !writable,
                onAction: () => setDeleting(true),
              },
            ],
          },
        ]}
      >
        <Ellipsis size={15} aria-hidden />
      </Menu>
      {exporting.dialog}
      <Confirm
        open={deleting}
        title={t`Delete the application?`}
        verb={t`Delete`}
        busy={removal.busy}
        error={removal.error}
        onConfirm={remove}
        onClose={() => {
          setDeleting(false);
          removal.reset();
        }}
      >
        <DanishText>{title}</DanishText>
        {". "}
        {t`All that belongs to it goes too. It can be undone with Ctrl+Z.`}
      </Confirm>
    </>
  );
}
