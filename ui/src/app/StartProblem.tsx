import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../parts/Button";
import { asFailure, errorWords } from "../parts/ErrorText";
import { Heading } from "../parts/Heading";
import { Backups } from "./Backups";
import { Choices } from "./Choices";
import { useFiles } from "./files";
import { LookSwitches } from "./LookSwitches";
import { RestoreDialog } from "./RestoreDialog";
import css from "./StartProblem.module.css";
import { useSession } from "./session";
import { useTitle } from "./title";

/** The data file could not be opened: what happened, where, what was kept, and every way on. */
export default function StartProblem() {
  const { t } = useLingui();
  const { session, language } = useSession();
  const { ask } = useFiles();
  const [chosen, choose] = useState<{ path: string; at: string } | null>(null);
  const { path, problem, choices } = session.file;
  const what = errorWords(problem ?? asFailure(null), language);
  useTitle(t`The data file is not open`);
  return (
    <main className={css.page}>
      <div className={css.look}>
        <LookSwitches />
      </div>
      <div className={css.text}>
        <p className={css.name}>Tilsagn</p>
        <h1>{t`The data file could not be opened`}</h1>
        <p className={css.what}>{what}</p>
        {!what.includes(path) && <p className={css.path}>{path}</p>}
        <div className={css.choices}>
          <Choices path={path} choices={choices} primary />
          <Button tone={choices.length === 0 ? "primary" : "plain"} onClick={() => ask("open")}>
            {t`Open another file …`}
          </Button>
        </div>
        <section className={css.backups} aria-labelledby="backups">
          <Heading level={2} id="backups">
            {t`Or restore a backup`}
          </Heading>
          <Backups choose={choose} />
          <div className={css.elsewhere}>
            <Button tone="quiet" onClick={() => ask("restore")}>
              {t`A backup lies elsewhere …`}
            </Button>
          </div>
        </section>
      </div>
      {chosen && <RestoreDialog chosen={chosen} close={() => choose(null)} />}
    </main>
  );
}
