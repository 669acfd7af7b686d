import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { useActions } from "../../app/actions";
import { useNotify } from "../../app/notify";
import { type Committee, commands, type MeetingSource, type MeetingsPreview } from "../../ipc";
import { Button } from "../../parts/Button";
import { ErrorText } from "../../parts/ErrorText";
import { FormActions } from "../../parts/FormActions";
import { Heading } from "../../parts/Heading";
import { Mark } from "../../parts/Mark";
import { useKept } from "../../parts/standing/useKept";
import { TextArea, TextField } from "../../parts/TextField";
import { useFirstFocus } from "../../parts/useFirstFocus";
import { useSave } from "../../parts/useSave";
import { isReady, MeetingsRead } from "./MeetingsRead";
import { yearRead } from "./meetings";
import css from "./Settings.module.css";

type Draft = { text: string; path: string };
const nothing: Draft = { text: "", path: "" };
const none = { of: null, lines: new Set<number>() };

/** Reads a committee's meetings from a pasted text or a file: line by line what is understood first, then all of that at once. */
export default function ReadMeetings({
  committee,
  onEnd,
}: {
  committee: Committee;
  /** Given the year to show, where meetings were read in. */
  onEnd: (year: number | null) => void;
}) {
  const { t } = useLingui();
  const notify = useNotify();
  const { runAction } = useActions();
  const heading = useId();
  const form = useRef<HTMLFormElement>(null);
  const [kept, keep] = useKept<Draft>(`meetings read ${committee.id}`);
  const draft = kept ?? nothing;
  const [source, setSource] = useState<MeetingSource | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const save = useSave();
  const query = useQuery({
    queryKey: ["meetings", "preview", source],
    queryFn: () => (source ? commands.meetingsPreview(source) : null),
    enabled: source !== null,
    placeholderData: source === null ? undefined : keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  useFirstFocus(form, "textarea");
  const { text } = draft;
  const committeeId = committee.id;
  useEffect(() => {
    if (text.trim() === "") {
      setSource((now) => (now?.path ? now : null));
      return;
    }
    // Someone types: what is read follows when they rest.
    const wait = setTimeout(() => setSource({ committeeId, text, path: null }), 250);
    return () => clearTimeout(wait);
  }, [text, committeeId]);
  const fromFile = (path: string) => {
    setRefused(null);
    save.reset();
    keep({ text: "", path });
    if (path.trim() === "") return;
    if (source?.path === path.trim()) void query.refetch();
    else setSource({ committeeId, text: null, path: path.trim() });
  };
  const pick = async () => {
    try {
      const picked = await commands.meetingsPick();
      if (picked !== null) fromFile(picked);
    } catch (problem) {
      setRefused(problem);
    }
  };
  const preview = source !== null && !query.isError ? query.data : null;
  const [leftOut, setLeftOut] = useState<{ of: MeetingSource | null; lines: ReadonlySet<number> }>(none);
  // Lines are counted anew in another source.
  const lines = leftOut.of === source ? leftOut.lines : none.lines;
  const taken = preview?.rows.filter((row) => isReady(row) && !lines.has(row.line)) ?? [];
  const ready = taken.length;
  const current = source !== null && !query.isPlaceholderData && (source.path !== null || source.text === text);
  const end = (year: number | null) => {
    keep(null);
    onEnd(year);
  };
  const submit = () => {
    if (!source || !preview || !current || ready === 0) return;
    void save.run(() => commands.meetingsImport(source, [...lines]), {
      key: ["meetings"],
      done: () => {
        notify({
          tone: "ok",
          text: plural(ready, { one: "# meeting is read in.", other: "# meetings are read in." }),
          action: { label: t`Undo`, run: () => runAction("history.undo") },
        });
        end(yearRead(taken));
      },
    });
  };
  const problem = refused ?? query.error ?? save.error;
  const name = committee.shortName || committee.name;
  return (
    <form
      ref={form}
      className={css.reading}
      aria-labelledby={heading}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Heading level={4} id={heading}>
        {t`Paste or read meetings of ${name}`}
      </Heading>
      <TextArea
        label={t`Paste the plan`}
        lang="da"
        rows={5}
        value={text}
        onChange={(typed) => keep({ text: typed, path: "" })}
        description={t`A date in each line, with what is said of it: Tuesday 12 March 2019 at 16.30, extraordinary, cancelled. Nothing is kept until you say so.`}
      />
      <div className={css.file}>
        <TextField
          label={t`Or a file`}
          value={draft.path}
          onChange={(path) => keep({ ...draft, path })}
          description={t`A calendar (.ics), a sheet (.csv, .xlsx) or a text (.txt).`}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            fromFile(draft.path);
          }}
        />
        <Button disabled={draft.path.trim() === ""} onClick={() => fromFile(draft.path)}>
          {t`Show what is in it`}
        </Button>
        <Button onClick={() => void pick()}>{t`Choose in the file dialog …`}</Button>
      </div>
      {problem != null && <ErrorText error={problem} />}
      {preview && <Found preview={preview} />}
      {preview && preview.rows.length > 0 && (
        <MeetingsRead
          rows={preview.rows}
          leftOut={lines}
          leaveOut={(line, out) =>
            setLeftOut({
              of: source,
              lines: new Set(out ? [...lines, line] : [...lines].filter((one) => one !== line)),
            })
          }
        />
      )}
      <FormActions
        save={
          preview && ready > 0 ? plural(ready, { one: "Read in # meeting", other: "Read in # meetings" }) : t`Read in`
        }
        busy={save.busy}
        disabled={ready === 0 || !current}
        dirty={text.trim() !== ""}
        onCancel={() => end(null)}
      />
    </form>
  );
}

/** How many of each. */
function Found({ preview: { rows, added, changed, refused } }: { preview: MeetingsPreview }) {
  const { t } = useLingui();
  const same = rows.length - added - changed - refused;
  const remarks = rows.filter((row) => row.remarks.length > 0).length;
  const parts = [
    added > 0 && plural(added, { one: "# new meeting", other: "# new meetings" }),
    changed > 0 && plural(changed, { one: "# changed", other: "# changed" }),
    same > 0 && plural(same, { one: "# is there already", other: "# are there already" }),
  ].filter(Boolean);
  return (
    <p role="status">
      {rows.length === 0 ? t`No meetings were found in it.` : parts.join(" · ")}
      {refused > 0 && (
        <>
          {parts.length > 0 && " · "}
          <Mark tone="bad">
            {plural(refused, {
              one: "# line is not understood and is left out",
              other: "# lines are not understood and are left out",
            })}
          </Mark>
        </>
      )}
      {remarks > 0 && (
        <>
          {" · "}
          <Mark tone="warn">{plural(remarks, { one: "# line has a remark", other: "# lines have a remark" })}</Mark>
        </>
      )}
    </p>
  );
}
