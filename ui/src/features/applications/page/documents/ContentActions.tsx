import { useLingui } from "@lingui/react/macro";
import ExternalLink from "lucide-react/icons/external-link";
import { type FormEvent, useState } from "react";
import { useNotify } from "../../../../app/notify";
import { commands, type DocumentView } from "../../../../ipc";
import { Button } from "../../../../parts/Button";
import { Confirm } from "../../../../parts/Confirm";
import { Dialog } from "../../../../parts/Dialog";
import { ErrorText } from "../../../../parts/ErrorText";
import { FormActions } from "../../../../parts/FormActions";
import { Menu } from "../../../../parts/Menu";
import { TextField } from "../../../../parts/TextField";
import css from "../Section.module.css";
import { PathField } from "./PathField";
import { useDocument } from "./useDocument";

type Asked = "copy" | "redact" | "remove" | null;

/** What can be done with a document's content. */
export function ContentActions({ one, editable }: { one: DocumentView; editable: boolean }) {
  const { t } = useLingui();
  const notify = useNotify();
  const [asked, ask] = useState<Asked>(null);
  const { document } = one;
  const close = () => ask(null);
  const open = () => {
    commands.documentOpen(document.id).then(
      () => notify({ tone: "ok", text: t`A copy of “${document.name}” was opened.` }),
      (error: unknown) => notify({ tone: "bad", text: <ErrorText error={error} bare /> }),
    );
  };
  if (one.content === "removed") return null;
  const reading = [{ id: "copy", label: t`Save a copy …`, onAction: () => ask("copy") }];
  const changing = [
    { id: "redact", label: t`Replace by a redacted version …`, onAction: () => ask("redact") },
    { id: "remove", label: t`Remove the content …`, onAction: () => ask("remove") },
  ];
  return (
    <>
      <Button
        tone="quiet"
        icon={<ExternalLink size={14} aria-hidden />}
        aria-label={t`Open “${document.name}”`}
        onClick={open}
      >
        {t`Open`}
      </Button>
      <Menu
        label={t`More for “${document.name}”`}
        sections={editable ? [{ items: reading }, { items: changing }] : [{ items: reading }]}
      >
        {t`More`}
      </Menu>
      {asked === "copy" && <CopyDialog one={one} onClose={close} />}
      {asked === "redact" && <RedactDialog one={one} onClose={close} />}
      {asked === "remove" && <RemoveDialog one={one} onClose={close} />}
    </>
  );
}

function CopyDialog({ one, onClose }: { one: DocumentView; onClose: () => void }) {
  const { t } = useLingui();
  const notify = useNotify();
  const [path, setPath] = useState("");
  const [error, setError] = useState<unknown>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    commands.documentExport(one.document.id, path.trim()).then((written) => {
      notify({ tone: "ok", text: t`A copy lies at ${written}` });
      onClose();
    }, setError);
  };
  return (
    <Dialog title={t`Save a copy of “${one.document.name}”`} open onClose={onClose} width={520}>
      <form className={css.form} onSubmit={submit}>
        <TextField
          label={t`Folder or file`}
          autoFocus
          value={path}
          onChange={setPath}
          description={t`In a folder it keeps its name. A file that is there is never written over.`}
        />
        {error !== null && <ErrorText error={error} />}
        <FormActions save={t`Save a copy`} disabled={path.trim() === ""} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function RedactDialog({ one, onClose }: { one: DocumentView; onClose: () => void }) {
  const { t } = useLingui();
  const [path, setPath] = useState("");
  const save = useDocument();
  const { id, version, name } = one.document;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save.run(() => commands.documentRedact(id, version, path.trim()), onClose);
  };
  return (
    <Dialog title={t`Replace “${name}” by a redacted version`} open onClose={onClose} width={520}>
      <form className={css.form} onSubmit={submit}>
        <p>
          {t`The redacted file takes the document's place. The content it had is removed here and in the backups beside the data file; copies elsewhere stay. This cannot be undone.`}
        </p>
        <PathField path={path} onChange={setPath} />
        {save.error && <ErrorText error={save.error} />}
        <FormActions save={t`Replace`} busy={save.busy} disabled={path.trim() === ""} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function RemoveDialog({ one, onClose }: { one: DocumentView; onClose: () => void }) {
  const { t } = useLingui();
  const save = useDocument();
  const { id, version, name } = one.document;
  return (
    <Confirm
      open
      title={t`Remove the content of “${name}”?`}
      verb={t`Remove the content`}
      busy={save.busy}
      error={save.error}
      onConfirm={() => save.run(() => commands.documentRemoveContent(id, version))}
      onClose={onClose}
    >
      {t`What is recorded of the document stays. The content is removed here and in the backups beside the data file; copies elsewhere stay. This cannot be undone.`}
    </Confirm>
  );
}
