import { useLingui } from "@lingui/react/macro";
import Copy from "lucide-react/icons/copy";
import ExternalLink from "lucide-react/icons/external-link";
import FolderOpen from "lucide-react/icons/folder-open";
import { useEffect, useRef, useState } from "react";
import { useSession } from "../../app/session";
import { formatNumber } from "../../format";
import { commands, type Language, type PaperWritten } from "../../ipc";
import { Button } from "../Button";
import { copyOut } from "../copy";
import { ErrorText } from "../ErrorText";
import { Mark } from "../Mark";
import css from "./Export.module.css";
import type { Writing } from "./useWriting";

/** How the writing goes and how it went, told as it happens. It stands where it is seen however small the window is. */
export function Outcome({ writing }: { writing: Writing }) {
  const { written } = writing;
  return (
    <div className={css.outcome}>
      <div role="status" className={css.told}>
        <Under writing={writing} />
        {written && <Done written={written} />}
      </div>
      <Bar writing={writing} />
      {written && <With key={written.path} path={written.path} />}
    </div>
  );
}

/** What is being written, once it takes long. */
function Under({ writing: { busy, stopping, progress, file } }: { writing: Writing }) {
  const { t } = useLingui();
  if (!busy) return null;
  if (stopping) return t`Stopping …`;
  if (!progress) return null;
  if (!progress.file) return t`Writing ${file} …`;
  return (
    <>
      <span>{t`Writing: ${progress.done} of ${progress.of}`}</span>
      <span className={css.use}>{progress.file}</span>
    </>
  );
}

function Bar({ writing: { busy, stopping, progress } }: { writing: Writing }) {
  const { t } = useLingui();
  if (!busy || !(progress || stopping)) return null;
  // How far a single file has come nobody can say.
  const far = progress?.file ? { max: Math.max(1, progress.of), value: progress.done } : {};
  return <progress className={css.bar} aria-label={t`Written`} {...far} />;
}

function Done({ written }: { written: PaperWritten }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { path, bytes, withoutGlyph } = written;
  const letters = withoutGlyph.join(" ");
  const size = sizeOf(bytes, language);
  return (
    <>
      <Mark tone="ok">
        {t`The file lies at ${path}`} <span className={css.use}>{size}</span>
      </Mark>
      {letters && (
        <Mark tone="warn" filled>
          {t`No font of the program has these characters; they stand as empty boxes: ${letters}`}
        </Mark>
      )}
    </>
  );
}

/** `48 kB`, `1,2 MB`. */
function sizeOf(bytes: number | null, language: Language): string {
  if (bytes === null) return "";
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1000)), language)} kB`;
  return `${formatNumber(bytes / 1_000_000, language, 1)} MB`;
}

/** What can be done with the file that was written. */
function With({ path }: { path: string }) {
  const { t } = useLingui();
  const first = useRef<HTMLButtonElement>(null);
  const [error, setError] = useState<unknown>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => first.current?.focus(), []);
  const run = (command: Promise<unknown>) => {
    setError(null);
    command.catch(setError);
  };
  return (
    <>
      <div className={css.with}>
        <Button
          ref={first}
          icon={<ExternalLink size={14} aria-hidden />}
          onClick={() => run(commands.paperOpen(path))}
        >{t`Open`}</Button>
        <Button
          icon={<FolderOpen size={14} aria-hidden />}
          onClick={() => run(commands.paperShow(path))}
        >{t`Show in folder`}</Button>
        <Button
          icon={<Copy size={14} aria-hidden />}
          onClick={() => setCopied(copyOut((data) => data.setData("text/plain", path)))}
        >
          {copied ? t`Path copied` : t`Copy path`}
        </Button>
      </div>
      {error !== null && <ErrorText error={error} />}
    </>
  );
}
