import { useLingui } from "@lingui/react/macro";
import RefreshCw from "lucide-react/icons/refresh-cw";
import X from "lucide-react/icons/x";
import { fileName as nameOf } from "../../../app/fileName";
import { useSession } from "../../../app/session";
import type { CalendarFile } from "../../../ipc";
import { IconButton } from "../../../parts/IconButton";
import type { Option } from "../../../parts/Select";
import css from "./Calendar.module.css";
import { choiceOf } from "./scopes";

/** The calendar files a person keeps. One made from another data file or municipality is kept fresh where that is open. */
export function Kept({
  files,
  scopes,
  busy,
  onWrite,
  onForget,
}: {
  files: readonly CalendarFile[];
  scopes: readonly Option<string>[];
  busy: boolean;
  onWrite: (file: CalendarFile) => void;
  onForget: (file: CalendarFile) => void;
}) {
  const { t } = useLingui();
  const { session } = useSession();
  if (files.length === 0) return <p className={css.about}>{t`None yet.`}</p>;
  const municipality = (code: string) => session.municipalities.find((one) => one.code === code)?.name ?? code;
  return (
    <ul className={css.files}>
      {files.map((file) => {
        const here = file.dataFile === session.file.path && file.municipalityCode === session.municipality?.code;
        const whose = here
          ? (scopes.find(({ value }) => value === choiceOf(file.scope))?.label ?? "")
          : t`${municipality(file.municipalityCode)}, from ${nameOf(file.dataFile)}`;
        const name = nameOf(file.path);
        return (
          <li key={file.path}>
            <span className={css.file}>
              <b title={file.path}>{name}</b>
              <span className={css.about}>{whose}</span>
              <span className={css.where}>{file.path}</span>
            </span>
            <IconButton label={t`Write »${name}« anew`} disabled={busy || !here} onClick={() => onWrite(file)}>
              <RefreshCw size={15} aria-hidden />
            </IconButton>
            <IconButton
              label={t`Keep »${name}« fresh no longer; the file stays`}
              disabled={busy}
              onClick={() => onForget(file)}
            >
              <X size={15} aria-hidden />
            </IconButton>
          </li>
        );
      })}
    </ul>
  );
}
