import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useOperation } from "../../app/operations";
import { useSession } from "../../app/session";
import { formatDateTime } from "../../format";
import type { HistoryEntry } from "../../ipc";
import { Button } from "../../parts/Button";
import { Changes } from "../../parts/history/Changes";
import css from "./Case.module.css";
import { Part } from "./Part";

const few = 5;

/** Who did what to the case, newest first, with what each change was folded under it. */
export function CaseHistory({ history }: { history: readonly HistoryEntry[] }) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  if (history.length === 0) return null;
  const count = history.length;
  return (
    <Part title={t`History`}>
      <HistoryLines entries={all ? history : history.slice(0, few)} />
      {!all && count > few && (
        <div>
          <Button tone="quiet" onClick={() => setAll(true)}>
            {t`Show all ${count}`}
          </Button>
        </div>
      )}
    </Part>
  );
}

/** Operations as lines, each with what it changed folded under it. */
export function HistoryLines({ entries }: { entries: readonly HistoryEntry[] }) {
  const { t } = useLingui();
  const { language } = useSession();
  const operation = useOperation();
  return (
    <ul className={css.history}>
      {entries.map((entry) => (
        <li key={entry.id}>
          {operation(entry.kind)}
          {entry.undone && <span className={css.soft}> {t`(undone)`}</span>}
          <span className={css.soft}>
            {[formatDateTime(entry.at, language), entry.actor].filter(Boolean).join(" · ")}
          </span>
          {entry.changes.length > 0 && (
            <details className={css.changes}>
              <summary>{t`Before and after`}</summary>
              <Changes changes={entry.changes} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
