import { useLingui } from "@lingui/react/macro";
import Lock from "lucide-react/icons/lock";
import { Button } from "../parts/Button";
import { errorWords } from "../parts/ErrorText";
import { Mark } from "../parts/Mark";
import css from "./AccessBanner.module.css";
import { Choices } from "./Choices";
import { useFiles } from "./files";
import { useSession } from "./session";

/** Why nothing can be changed, and what to do about it. */
export function AccessBanner() {
  const { t } = useLingui();
  const { session, language } = useSession();
  const { ask } = useFiles();
  const { access, problem, path, choices } = session.file;
  if (access !== "read_only") return null;
  const damaged = problem?.code === "file_damaged";
  const why = damaged
    ? t`The file is damaged and open read-only: what can be read of it is shown. To go on working, restore a backup.`
    : problem
      ? errorWords(problem, language)
      : t`The file is open read-only: you can see everything and change nothing.`;
  // A file opened to look only, by wish, can be tried for writing.
  const ways =
    problem === null && choices.length === 0 ? (["write"] as const) : choices.filter((mode) => mode !== "read_only");
  return (
    <section className={css.banner} data-tone="warn" aria-label={t`Read-only`}>
      <Mark tone="warn" icon={<Lock size={14} aria-hidden />}>
        {why}
      </Mark>
      <div className={css.choices}>
        <Choices path={path} choices={ways} />
        {damaged && <Button onClick={() => ask("restore")}>{t`Restore a backup …`}</Button>}
      </div>
    </section>
  );
}
