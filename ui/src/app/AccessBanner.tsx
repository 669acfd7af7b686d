import { useLingui } from "@lingui/react/macro";
import Lock from "lucide-react/icons/lock";
import { errorWords } from "../parts/ErrorText";
import { Mark } from "../parts/Mark";
import css from "./AccessBanner.module.css";
import { Choices } from "./Choices";
import { useSession } from "./session";

/** Why nothing can be changed, and what to do about it. */
export function AccessBanner() {
  const { t } = useLingui();
  const { session, language } = useSession();
  const { access, problem, path, choices } = session.file;
  if (access !== "read_only") return null;
  const why = problem
    ? errorWords(problem, language)
    : t`The file is open read-only: you can see everything and change nothing.`;
  // A file opened to look only, by wish, can be tried for writing.
  const ways = problem === null && choices.length === 0 ? (["write"] as const) : choices;
  return (
    <section className={css.banner} data-tone="warn" aria-label={t`Read-only`}>
      <Mark tone="warn" icon={<Lock size={14} aria-hidden />}>
        {why}
      </Mark>
      <div className={css.choices}>
        <Choices path={path} choices={ways} />
      </div>
    </section>
  );
}
