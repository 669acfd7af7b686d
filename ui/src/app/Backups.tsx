import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { formatDateTime, formatNumber } from "../format";
import { type BackupView, commands } from "../ipc";
import { Button } from "../parts/Button";
import { ErrorText } from "../parts/ErrorText";
import { Loading } from "../parts/Loading";
import css from "./Backups.module.css";
import { fileName } from "./fileName";
import { useSession } from "./session";

/** The backups of the file, newest first, each with a button to choose it. */
export function Backups({ choose }: { choose: (backup: BackupView) => void }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ["fileBackups"],
    queryFn: () => commands.fileBackups(),
    staleTime: 0,
  });
  if (error) return <ErrorText error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.length === 0)
    return (
      <p className={css.none}>{t`There is no backup of this file yet. One is made every day the program is used.`}</p>
    );
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t`Made`}</th>
          <th scope="col" className={css.size}>{t`Size`}</th>
          <th scope="col">{t`File`}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {data.map((backup) => {
          const at = formatDateTime(backup.at, language);
          return (
            <tr key={backup.path}>
              <th scope="row">{at}</th>
              <td className={css.size}>{size(backup.bytes)}</td>
              <td className={css.path} title={backup.path}>
                {fileName(backup.path)}
              </td>
              <td>
                <Button onClick={() => choose(backup)} aria-label={t`Restore the backup of ${at}`}>
                  {t`Restore …`}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
  function size(bytes: number | null) {
    return bytes === null ? "–" : megabytes(bytes, language);
  }
}

/** `1,2 MB`, as file managers count: a million bytes. */
export function megabytes(bytes: number, language: "da" | "en"): string {
  return `${formatNumber(bytes / 1_000_000, language, 1)} MB`;
}
