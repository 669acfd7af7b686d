import { useLingui } from "@lingui/react/macro";
import FolderOpen from "lucide-react/icons/folder-open";
import { useState } from "react";
import { commands, type OpenMode } from "../ipc";
import { Button } from "../parts/Button";
import { Dialog } from "../parts/Dialog";
import { ErrorText } from "../parts/ErrorText";
import { TextField } from "../parts/TextField";
import { useFiles } from "./files";
import { useSession } from "./session";

/** A data file by the system's own dialog or by its path. */
export function OpenDialog({ title, mode, close }: { title: string; mode: OpenMode; close: () => void }) {
  const { t } = useLingui();
  const { session } = useSession();
  const { open } = useFiles();
  const [path, setPath] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (refusal) {
      setError(refusal);
    }
    setBusy(false);
  };
  const openAt = (where: string) =>
    attempt(async () => {
      await open(where, mode);
      close();
    });
  const pick = () =>
    attempt(async () => {
      const picked = await commands.filePick();
      if (picked === null) return;
      setPath(picked);
      await open(picked, mode);
      close();
    });
  const nothingOpen = session.file.access === "refused";
  const about =
    mode === "read_only"
      ? t`You can look at everything in the file, but change nothing.`
      : !nothingOpen && t`The file that is open now stays as it is.`;

  return (
    <Dialog
      title={title}
      open
      onClose={close}
      foot={
        <>
          <Button onClick={close}>{t`Cancel`}</Button>
          <Button tone="primary" type="submit" form="open-file" disabled={busy || path.trim() === ""}>
            {t`Open`}
          </Button>
        </>
      }
    >
      {about && <p>{about}</p>}
      <form
        id="open-file"
        onSubmit={(event) => {
          event.preventDefault();
          void openAt(path.trim());
        }}
      >
        <TextField
          label={t`Path of the file`}
          value={path}
          onChange={setPath}
          autoFocus
          placeholder="/home/…/tilsagn.db"
        />
      </form>
      <div>
        <Button icon={<FolderOpen size={15} aria-hidden />} onClick={() => void pick()} disabled={busy}>
          {t`Choose in the file dialog …`}
        </Button>
      </div>
      {error !== null && <ErrorText error={error} />}
    </Dialog>
  );
}
