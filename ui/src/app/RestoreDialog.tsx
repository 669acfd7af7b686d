import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { formatDateTime } from "../format";
import { Button } from "../parts/Button";
import { Dialog } from "../parts/Dialog";
import { ErrorText } from "../parts/ErrorText";
import { TextField } from "../parts/TextField";
import { Backups } from "./Backups";
import { useFiles } from "./files";
import { useSession } from "./session";

type Chosen = { path: string; at: string | null };

/** Which backup, then whether it is to take the file's place. `chosen` goes straight to the question. */
export function RestoreDialog({ chosen: given, close }: { chosen?: Chosen; close: () => void }) {
  const { t } = useLingui();
  const [chosen, choose] = useState<Chosen | null>(given ?? null);
  const [path, setPath] = useState("");
  if (chosen) return <Confirm chosen={chosen} back={given ? close : () => choose(null)} close={close} />;
  return (
    <Dialog title={t`Restore a backup`} open onClose={close} width={640}>
      <p>{t`Choose the backup that is to take the file's place. You are asked once more before it happens.`}</p>
      <Backups choose={choose} />
      <form
        style={{ display: "grid", gridTemplateColumns: "1fr auto", gap: 8, alignItems: "end" }}
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim()) choose({ path: path.trim(), at: null });
        }}
      >
        <TextField label={t`Or the path of a backup elsewhere`} value={path} onChange={setPath} />
        <Button type="submit" disabled={path.trim() === ""}>{t`Restore …`}</Button>
      </form>
    </Dialog>
  );
}

function Confirm({ chosen, back, close }: { chosen: Chosen; back: () => void; close: () => void }) {
  const { t } = useLingui();
  const { session, language } = useSession();
  const { restore } = useFiles();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const what = chosen.at ? formatDateTime(chosen.at, language) : chosen.path;
  const put = async () => {
    setBusy(true);
    try {
      await restore(chosen.path);
      close();
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t`Restore this backup?`}
      open
      alert
      onClose={close}
      foot={
        <>
          <Button onClick={back} autoFocus>{t`Cancel`}</Button>
          <Button tone="bad" onClick={() => void put()} disabled={busy}>{t`Restore`}</Button>
        </>
      }
    >
      <p>{t`Backup: ${what}`}</p>
      <p style={{ overflowWrap: "anywhere" }}>{t`It takes the place of ${session.file.path}.`}</p>
      <p>
        {session.file.access === "write"
          ? t`What was changed since is no longer in the file. The file as it is now is kept as a backup first, so you can go back.`
          : t`What was changed since is no longer in the file. The file as it is now is set aside in the same folder, with “-damaged-” and the time in its name.`}
      </p>
      {error !== null && <ErrorText error={error} />}
    </Dialog>
  );
}
