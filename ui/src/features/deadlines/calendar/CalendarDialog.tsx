import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMunicipality } from "../../../app/municipality";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { type CalendarFile, type CalendarScope, type Error as CommandFailure, commands } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { Dialog } from "../../../parts/Dialog";
import { asFailure, ErrorText } from "../../../parts/ErrorText";
import { Heading } from "../../../parts/Heading";
import { Select } from "../../../parts/Select";
import { TextField } from "../../../parts/TextField";
import css from "./Calendar.module.css";
import { Kept } from "./Kept";
import { fileName, scopeOf, useScopes } from "./scopes";

/** Writes the deadlines to a calendar file that Outlook follows, and keeps it fresh; for all, a person or a committee. */
export default function CalendarDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { session, preferences, setPreferences } = useSession();
  const municipality = useMunicipality();
  const notify = useNotify();
  const scopes = useScopes();
  const [scope, setScope] = useState("all");
  const [path, setPath] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const name = scopes.find(({ value }) => value === scope)?.label ?? "";

  const keep = (files: CalendarFile[]) => setPreferences({ calendarFiles: files });
  const write = async (whose: CalendarScope, where: string) => {
    setBusy(true);
    setFailure(null);
    try {
      const written = await commands.calendarWrite(whose, where);
      const file = {
        path: written.path,
        scope: whose,
        municipalityCode: municipality?.code ?? "",
        dataFile: session.file.path,
      };
      keep([...preferences.calendarFiles.filter((one) => one.path !== written.path), file]);
      const { entries, added, moved, cancelled } = written;
      const counts = [
        plural(entries, { one: "# entry", other: "# entries" }),
        added > 0 && plural(added, { one: "# new", other: "# new" }),
        moved > 0 && plural(moved, { one: "# moved", other: "# moved" }),
        cancelled > 0 && plural(cancelled, { one: "# called off", other: "# called off" }),
      ];
      const told = counts.filter(Boolean).join(", ");
      notify({ tone: "ok", text: t`The calendar file is written: ${told}.` });
      setPath("");
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(false);
    }
  };
  const pick = async () => {
    try {
      const picked = await commands.calendarPick(fileName(name));
      if (picked !== null) setPath(picked);
    } catch (error) {
      setFailure(asFailure(error));
    }
  };
  const forget = async (file: CalendarFile) => {
    try {
      keep(await commands.calendarForget(file.path));
    } catch (error) {
      setFailure(asFailure(error));
    }
  };
  const atPath = failure?.field === "path";
  return (
    <Dialog open title={t`Calendar file for Outlook`} width={600} onClose={onClose}>
      <div className={css.parts}>
        <p className={css.about}>
          {t`The file holds the deadlines with alarms. Open it once in Outlook or another calendar. The program writes it anew when days move, and a moved deadline moves there too. Nothing is sent anywhere.`}
        </p>
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (path.trim() !== "" && !busy) void write(scopeOf(scope), path.trim());
          }}
        >
          <Select label={t`Whose deadlines`} labelAbove value={scope} options={scopes} onChange={setScope} />
          <div className={css.path}>
            <TextField
              label={t`Where the file is kept`}
              value={path}
              onChange={setPath}
              placeholder={fileName(name)}
              description={t`Type the whole path, or choose it.`}
              error={atPath ? <ErrorText error={failure} bare /> : undefined}
            />
            <Button onClick={() => void pick()}>{t`Choose …`}</Button>
          </div>
          {failure && !atPath && <ErrorText error={failure} />}
          <div>
            <Button tone="primary" type="submit" disabled={path.trim() === "" || busy}>{t`Write the file`}</Button>
          </div>
        </form>
        <section className={css.kept} aria-labelledby="calendar-kept">
          <Heading level={3} id="calendar-kept">
            {t`Files kept fresh`}
          </Heading>
          <Kept
            files={preferences.calendarFiles}
            scopes={scopes}
            busy={busy}
            onWrite={({ scope: whose, path: where }) => void write(whose, where)}
            onForget={(file) => void forget(file)}
          />
        </section>
      </div>
    </Dialog>
  );
}
