import { useLingui } from "@lingui/react/macro";
import { formatDate, formatTime } from "../format";
import { useSession } from "./session";

/** When the newest backup was made, as one says it: today with the time, else the day. */
export function useBackupAge(): string {
  const { t } = useLingui();
  const { session, language } = useSession();
  const at = session.file.lastBackup;
  if (at === null) return t`No backup yet`;
  const then = new Date(at);
  const time = formatTime(at, language);
  if (then.toDateString() === new Date().toDateString()) return t`Backup today ${time}`;
  const two = (value: number) => String(value).padStart(2, "0");
  const local = `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
  return t`Backup ${formatDate(local, language, "short")}`;
}
