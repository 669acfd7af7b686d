import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useActions } from "../../../app/actions";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { commands, type MoneyView, type SpendingImport, type SpendingImportPreview } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { ErrorText } from "../../../parts/ErrorText";
import { Heading } from "../../../parts/Heading";
import { Loading } from "../../../parts/Loading";
import { Mark } from "../../../parts/Mark";
import { Select } from "../../../parts/Select";
import { TextField } from "../../../parts/TextField";
import { useSave } from "../../../parts/useSave";
import { useShown } from "../page/shown";
import { ImportRows } from "./ImportRows";
import css from "./money.module.css";
import { withLine, withoutProblems } from "./shown";

/** Reads in spending from a sheet of the finance system: row by row what is understood first, then all of it at once or nothing. */
export default function ImportPanel({ view, onEnd }: { view: MoneyView; onEnd: () => void }) {
  const { t } = useLingui();
  const notify = useNotify();
  const { runAction } = useActions();
  const heading = useId();
  const box = useRef<HTMLElement>(null);
  const [path, setPath] = useState("");
  const [plan, setPlan] = useState<SpendingImport | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const save = useSave();
  const applicationId = view.application.id;
  const query = useQuery({
    queryKey: ["spendingImportPreview", plan],
    queryFn: () => (plan ? commands.spendingImportPreview(plan) : null),
    enabled: plan !== null,
    placeholderData: plan === null ? undefined : keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const read = (from: string) => {
    setRefused(null);
    save.reset();
    setPath(from);
    if (plan?.path === from) void query.refetch();
    else setPlan({ applicationId, path: from, sheet: null, lines: [] });
  };
  const pick = async () => {
    try {
      const picked = await commands.intakePick();
      if (picked !== null) read(picked);
    } catch (problem) {
      setRefused(problem);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (path.trim() !== "") read(path.trim());
  };
  const preview = plan !== null && !query.isError ? query.data : null;
  const there = preview != null;
  // The rows are what one waits for; they lie below the window often.
  useEffect(() => {
    if (there) box.current?.scrollIntoView({ block: "start" });
  }, [there]);
  const run = (whole: SpendingImport, ready: number) =>
    void save.run(() => commands.spendingImport(whole), {
      key: ["money", applicationId, null],
      done: () => {
        notify({
          tone: "ok",
          text: plural(ready, { one: "# row is read in.", other: "# rows are read in." }),
          action: { label: t`Undo`, run: () => runAction("history.undo") },
        });
        onEnd();
      },
    });
  const problem = refused ?? query.error;
  return (
    <section
      ref={box}
      className={css.reading}
      aria-labelledby={heading}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onEnd();
      }}
    >
      <Heading level={3} id={heading}>
        {t`Read in spending from a sheet`}
      </Heading>
      <p className={css.soft}>
        {t`An .xlsx or .csv from the finance system. Columns are found by their headings: day, voucher, text, account, amount and hours. Nothing is kept until you say so, and it is undone in one step.`}
      </p>
      <form className={css.file} onSubmit={submit}>
        <TextField label={t`File`} autoFocus value={path} onChange={setPath} />
        <Button type="submit" disabled={path.trim() === "" || query.isFetching}>{t`Show what is in it`}</Button>
        <Button onClick={() => void pick()}>{t`Choose in the file dialog …`}</Button>
      </form>
      {problem != null && <ErrorText error={problem} />}
      {!preview && query.isFetching && <Loading />}
      {plan && preview && (
        <>
          <Found preview={preview} onSheet={(sheet) => setPlan({ ...plan, sheet, lines: [] })} />
          <ImportRows
            preview={preview}
            lines={view.lines}
            onLine={(row, line) => setPlan(withLine(plan, preview.rows, row, line))}
          />
          {save.error && <ErrorText error={save.error} />}
        </>
      )}
      <div className={css.actions}>
        {plan && preview && (
          <Button
            tone="primary"
            disabled={preview.ready === 0 || preview.problems > 0 || save.busy || query.isPlaceholderData}
            onClick={() => run(plan, preview.ready)}
          >
            {plural(preview.ready, { one: "Read in # row", other: "Read in # rows" })}
          </Button>
        )}
        {plan && preview && preview.problems > 0 && (
          <Button onClick={() => setPlan(withoutProblems(plan, preview))}>{t`Leave out rows with a problem`}</Button>
        )}
        <Button onClick={onEnd}>{t`Cancel`}</Button>
      </div>
    </section>
  );
}

/** What was found: file, sheet, columns, and how many rows can be read in. */
function Found({ preview, onSheet }: { preview: SpendingImportPreview; onSheet: (sheet: string) => void }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { sum } = useShown();
  const { file, sheet, sheets, notices, headings, total, ready, known, problems } = preview;
  const asked = [t`Day`, t`Voucher`, t`Text`, t`Account`, t`Amount`, t`Hours`];
  const columns = asked.map((name, at) => `${name}: ${headings[at] ? `»${headings[at]}«` : t`not found`}`).join(" · ");
  const all = sum(total);
  return (
    <div className={css.found}>
      <p>
        <b>{file}</b>
        {sheets.length === 1 && <span className={css.soft}> {sheet}</span>}
      </p>
      {sheets.length > 1 && (
        <Select
          label={t`Sheet`}
          value={sheet}
          options={sheets.map((name) => ({ value: name, label: name }))}
          onChange={onSheet}
        />
      )}
      <p className={css.soft}>{columns}</p>
      {notices.map(({ notice, text }) => (
        <p key={notice}>
          <Mark tone="info">{text[language]}</Mark>
        </p>
      ))}
      <p role="status">
        {plural(ready, { one: "# row is ready", other: "# rows are ready" })}
        {ready > 0 && `, ${all}`}
        {known > 0 && (
          <>
            {" · "}
            {plural(known, {
              one: "# is entered already and is left out",
              other: "# are entered already and are left out",
            })}
          </>
        )}
        {problems > 0 && (
          <>
            {" · "}
            <Mark tone="bad">
              {plural(problems, {
                one: "# row has a problem: choose a line or leave it out, or mend the sheet and read it again",
                other: "# rows have problems: choose a line or leave them out, or mend the sheet and read it again",
              })}
            </Mark>
          </>
        )}
      </p>
    </div>
  );
}
