import { useLingui } from "@lingui/react/macro";
import Archive from "lucide-react/icons/archive";
import FolderOpen from "lucide-react/icons/folder-open";
import Lock from "lucide-react/icons/lock";
import ShieldCheck from "lucide-react/icons/shield-check";
import { useState } from "react";
import { Backups, megabytes } from "../../app/Backups";
import { CheckResult } from "../../app/CheckResult";
import { useFiles } from "../../app/files";
import { RestoreDialog } from "../../app/RestoreDialog";
import { useSession } from "../../app/session";
import { formatDateTime } from "../../format";
import type { BackupView } from "../../ipc";
import { Button } from "../../parts/Button";
import { Heading } from "../../parts/Heading";
import { Mark } from "../../parts/Mark";
import css from "./Settings.module.css";

export function DataFile() {
  const { t } = useLingui();
  const { session, language } = useSession();
  const { ask, backUp } = useFiles();
  const [checks, setChecks] = useState(0);
  const [chosen, choose] = useState<BackupView | null>(null);
  const { path, bytes, lastBackup, access } = session.file;
  return (
    <>
      <p className={css.about}>{t`Everything is in this one file. Nothing is ever sent anywhere.`}</p>
      <dl className={css.facts}>
        <dt>{t`File`}</dt>
        <dd className={css.path}>{path}</dd>
        <dt>{t`Size`}</dt>
        <dd>{bytes === null ? "–" : megabytes(bytes, language)}</dd>
        <dt>{t`Open for`}</dt>
        <dd>
          {access === "write" ? (
            t`reading and writing`
          ) : (
            <Mark tone="warn" icon={<Lock size={14} aria-hidden />}>
              {t`reading only`}
            </Mark>
          )}
        </dd>
        <dt>{t`Last backup`}</dt>
        <dd>{lastBackup === null ? t`none yet` : formatDateTime(lastBackup, language)}</dd>
        <dt>{t`Program`}</dt>
        <dd>Tilsagn {session.version}</dd>
      </dl>
      <div className={css.line}>
        <Button icon={<FolderOpen size={15} aria-hidden />} onClick={() => ask("open")}>
          {t`Open another file …`}
        </Button>
        <Button icon={<Archive size={15} aria-hidden />} onClick={backUp}>
          {t`Back up now`}
        </Button>
        <Button icon={<ShieldCheck size={15} aria-hidden />} onClick={() => setChecks((count) => count + 1)}>
          {t`Check the file`}
        </Button>
      </div>
      {checks > 0 && <CheckResult key={checks} />}
      <Heading level={3}>{t`Backups`}</Heading>
      <Backups choose={choose} />
      {chosen && <RestoreDialog chosen={chosen} close={() => choose(null)} />}
    </>
  );
}
