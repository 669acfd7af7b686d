import { useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useEffect, useState } from "react";
import { useNotify } from "../../app/notify";
import { useSession } from "../../app/session";
import { formatDateTime, formatTime } from "../../format";
import { commands, type WatchView } from "../../ipc";
import { onWatchChanged } from "../../ipc/events";
import { ErrorText, errorWords } from "../../parts/ErrorText";
import { PanelButton } from "../../parts/PanelButton";
import css from "./deadlines.module.css";

const key = ["watch"];

/** When the program last looked at the days by itself and when it looks next, so that its silence can be trusted. */
export function Watch() {
  const { t } = useLingui();
  const { language, preferences } = useSession();
  const client = useQueryClient();
  const notify = useNotify();
  const [running, setRunning] = useState(false);
  const { data } = useQuery({ queryKey: key, queryFn: () => commands.watchState() });
  useEffect(() => onWatchChanged(() => void client.invalidateQueries({ queryKey: key })), [client]);
  const run = async () => {
    setRunning(true);
    try {
      client.setQueryData<WatchView>(key, await commands.watchRun());
    } catch (error) {
      notify({ tone: "bad", text: <ErrorText error={error} bare /> });
    } finally {
      setRunning(false);
    }
  };
  if (!data) return null;
  const today = new Date().toDateString();
  const at = (utc: string) =>
    new Date(utc).toDateString() === today ? formatTime(utc, language) : formatDateTime(utc, language);
  const last = data.lastRun && at(data.lastRun);
  const next = data.nextRun && at(data.nextRun);
  return (
    <span className={css.watch}>
      <span role="status">
        {last ? t`Deadlines last checked ${last}` : t`Deadlines not checked yet`}
        {next && ` · ${t`next ${next}`}`}
        {!preferences.notifications && ` · ${t`notifications are off`}`}
      </span>
      <button type="button" className={css.now} disabled={running} onClick={() => void run()}>
        {t`Check now`}
      </button>
      {data.problem && (
        <span className={css.trouble} title={errorWords(data.problem, language)}>
          <PanelButton
            plain
            tone="quiet"
            label={t`What went wrong`}
            icon={<TriangleAlert size={13} aria-hidden />}
            panel={
              <p className={css.whole}>
                <ErrorText error={data.problem} bare />
              </p>
            }
          >
            {data.problem.code === "notification_not_shown"
              ? t`Notifications are not shown`
              : t`Not everything was done`}
          </PanelButton>
        </span>
      )}
    </span>
  );
}
