import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import Undo from "lucide-react/icons/undo-2";
import { useMemo } from "react";
import { useActions } from "../../app/actions";
import { useOperation } from "../../app/operations";
import { useSession } from "../../app/session";
import { useTitle } from "../../app/title";
import { formatDateTime, formatNumber } from "../../format";
import { commands, type HistoryEntry } from "../../ipc";
import { Button } from "../../parts/Button";
import { EmptyState } from "../../parts/EmptyState";
import { ErrorText } from "../../parts/ErrorText";
import { Changes } from "../../parts/history/Changes";
import { Loading } from "../../parts/Loading";
import { Mark } from "../../parts/Mark";
import { ScreenHead } from "../../parts/ScreenHead";
import css from "./History.module.css";
import { newestOwn } from "./newestOwn";

const shown = 200;

export default function HistoryScreen() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery({
    queryKey: ["history", shown],
    queryFn: () => commands.history(shown),
    staleTime: 0,
  });
  useTitle(t`History`);
  const about =
    data && data.length >= shown ? t`The newest ${shown} changes` : t`Every change in this file, newest first`;
  return (
    <>
      <ScreenHead title={t`History`} about={about} dated={false} />
      {error ? (
        <div className={css.problem}>
          <ErrorText error={error} retry={() => void refetch()} />
        </div>
      ) : !data ? (
        <Loading />
      ) : data.length === 0 ? (
        <EmptyState title={t`Nothing has been changed yet`}>
          {t`When you correct an initiative, a municipality or a figure, it stands here: when, who, and what it was before. The newest can be undone with Ctrl Z, also tomorrow.`}
        </EmptyState>
      ) : (
        <Operations entries={data} />
      )}
    </>
  );
}

function Operations({ entries }: { entries: HistoryEntry[] }) {
  const { t } = useLingui();
  const { language, preferences, writable } = useSession();
  const { runAction } = useActions();
  const operation = useOperation();
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);
  const own = writable ? newestOwn(entries, preferences.name) : undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keys
    <section className={css.scroll} aria-label={t`Changes`} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" className={css.when}>{t`When`}</th>
            <th scope="col" className={css.who}>{t`Who`}</th>
            <th scope="col" className={css.what}>{t`What`}</th>
            <th scope="col">{t`Before and after`}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const undone = entry.undoes === null ? undefined : byId.get(entry.undoes);
            return (
              <tr key={entry.id} data-undone={entry.undone || undefined}>
                <td className={css.when}>{formatDateTime(entry.at, language)}</td>
                <td>{entry.actor === "?" ? t`unknown` : entry.actor}</td>
                <td>
                  <div className={css.kind}>{operation(entry.kind)}</div>
                  {undone && (
                    <div className={css.soft}>
                      {operation(undone.kind)}, {formatDateTime(undone.at, language)}
                    </div>
                  )}
                  {entry.undone && <Mark tone="soft" icon={<Undo size={13} aria-hidden />}>{t`Undone`}</Mark>}
                  {entry === own && (
                    <Button icon={<Undo size={14} aria-hidden />} onClick={() => runAction("history.undo")}>
                      {t`Undo`}
                    </Button>
                  )}
                </td>
                <td>
                  <Changes changes={entry.changes} />
                  {entry.more > 0 && (
                    <p className={css.soft}>{t`More records: ${formatNumber(entry.more, language)}`}</p>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
