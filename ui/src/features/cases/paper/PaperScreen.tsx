import { useLingui } from "@lingui/react/macro";
import Check from "lucide-react/icons/check";
import Stamp from "lucide-react/icons/stamp";
import { useEffect, useRef, useState } from "react";
import { useAction } from "../../../app/actions";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { formatDateTime } from "../../../format";
import { type CaseView, commands, type PaperPart, type PaperView } from "../../../ipc";
import { words } from "../../../ipc/words";
import { Button } from "../../../parts/Button";
import { ErrorText } from "../../../parts/ErrorText";
import { Loading } from "../../../parts/Loading";
import { Mark } from "../../../parts/Mark";
import { Select } from "../../../parts/Select";
import { Points } from "../Points";
import { useCaseSave } from "../useCase";
import { Appendices } from "./Appendices";
import { ChangedFigures } from "./ChangedFigures";
import { Copies, TakeBackButton } from "./Copies";
import { DecisionPart } from "./FromCase";
import { HandInButton } from "./HandIn";
import { LeftOver } from "./LeftOver";
import { PointsState } from "./PointsState";
import { Preview } from "./Preview";
import css from "./paper.module.css";
import { partName } from "./partName";
import { TextPart } from "./TextPart";
import { usePaper, usePaperSave } from "./usePaper";

/** The paper of a case: its parts by heading at the left, at the right the whole as it will be written. */
export default function PaperScreen({ view }: { view: CaseView }) {
  const query = usePaper(view.committeeCase.id);
  if (query.isError) return <ErrorText error={query.error} retry={() => query.refetch()} />;
  if (!query.data) return <Loading />;
  return <Paper view={query.data} caseView={view} />;
}

function Paper({ view, caseView }: { view: PaperView; caseView: CaseView }) {
  const { t } = useLingui();
  // The heading in hand: the preview shows it too.
  const [current, setCurrent] = useState<string | null>(null);
  const [asked, setCopy] = useState<number | null>(null);
  const parts = useRef<HTMLDivElement>(null);
  const { handedIn, copies } = view;
  // One that stands again is the paper itself, and one whose handing in was undone is none.
  const copy = copies.some(({ id }) => id === asked && id !== handedIn?.id) ? asked : null;
  useEffect(() => {
    // Come here from a form that is gone: the keyboard begins with what the case asks.
    if (document.activeElement === document.body) parts.current?.querySelector<HTMLElement>("[data-point]")?.focus();
    // That is no one's asking to see it: the preview stays at its beginning.
    setCurrent(null);
  }, []);
  const go = (part: string, code: string) => {
    const chip = parts.current?.querySelector<HTMLElement>(
      `[data-part="${CSS.escape(part)}"] [data-code="${CSS.escape(code)}"]`,
    );
    chip?.scrollIntoView({ block: "center" });
    parts.current
      ?.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"] button`)
      ?.focus({ preventScroll: true });
    setCurrent(view.parts.find(({ key }) => key === part)?.heading ?? null);
  };
  const appended = view.parts.some(({ content }) => content === "appendices");
  return (
    <div className={css.paper}>
      <div className={css.left} ref={parts}>
        <Bar view={view} caseView={caseView} />
        <ChangedFigures view={view} onGo={go} />
        {handedIn ? (
          <p className={css.closed}>
            {t`The texts are closed. Points, readings and decisions are still followed up in the handling; the paper itself stays as it was handed in.`}
          </p>
        ) : (
          <>
            {view.parts.map((part) => (
              <OnePart
                key={part.key}
                view={view}
                caseView={caseView}
                part={part}
                onEnter={() => setCurrent(part.heading)}
              />
            ))}
            {!appended && <Appendices view={view} caseView={caseView} part={null} onEnter={() => setCurrent(null)} />}
            <LeftOver view={view} />
          </>
        )}
        <Copies view={view} shown={copy} onShow={setCopy} />
      </div>
      <Preview view={view} copy={copy} heading={current} />
    </div>
  );
}

type PartProps = { view: PaperView; caseView: CaseView; part: PaperPart; onEnter: () => void };

function OnePart({ view, caseView, part, onEnter }: PartProps) {
  switch (part.content) {
    case "recommendation":
      return (
        <div className={css.points} data-part={part.key} onFocusCapture={onEnter}>
          <Points view={caseView} title={partName(part)} aside={<PointsState view={view} part={part} />} />
        </div>
      );
    case "decision":
      return <DecisionPart view={caseView} part={part} onEnter={onEnter} />;
    case "appendices":
      return <Appendices view={view} caseView={caseView} part={part} onEnter={onEnter} />;
    default:
      return <TextPart view={view} part={part} history={textHistory(caseView, part)} onEnter={onEnter} />;
  }
}

/** What was done to the text of a part. History calls a text by what stands there, whatever the form's heading for it is. */
function textHistory({ history }: CaseView, { key }: PaperPart) {
  const name = (words[`part_content.${key}`] ?? words["part_content.own"])?.[0];
  return history
    .map((entry) => ({
      ...entry,
      changes: entry.changes.filter(({ table, record }) => table === "case_text" && record === name),
    }))
    .filter(({ changes }) => changes.length > 0);
}

/** What holds for the whole paper: its form, its drafts, and whether it is handed in. */
function Bar({ view, caseView }: { view: PaperView; caseView: CaseView }) {
  const { t } = useLingui();
  const { writable, language } = useSession();
  const notify = useNotify();
  const save = usePaperSave();
  const form = useCaseSave();
  const { drafts, handedIn, committeeCaseId } = view;
  const { committeeCase } = caseView;
  const canAccept = writable && drafts > 0 && !save.busy;
  const acceptAll = () =>
    save.run(
      () => commands.paperAccept(committeeCaseId, null),
      () => notify({ tone: "ok", text: t`Every draft of the paper is accepted.` }),
    );
  useAction({
    id: "paper.accept",
    title: t`Accept all drafts of the paper`,
    group: t`Committee case`,
    run: () => void acceptAll(),
    enabled: canAccept && handedIn === null,
  });
  const bar = useRef<HTMLDivElement>(null);
  const stands = handedIn?.id ?? null;
  const stood = useRef(stands);
  useEffect(() => {
    // What asked for it is gone: the keyboard goes to what can be done next.
    if (stood.current !== stands) bar.current?.querySelector<HTMLElement>(":scope > button:last-of-type")?.focus();
    stood.current = stands;
  }, [stands]);
  const { at, by, number } = handedIn?.handedIn ?? { at: "", by: "", number: 0 };
  return (
    <div className={css.bar} ref={bar}>
      {handedIn ? (
        <>
          <Mark tone="ok" icon={<Stamp size={14} aria-hidden />}>
            {t`Handed in ${formatDateTime(at, language)} by ${by} (copy ${number})`}
          </Mark>
          <TakeBackButton copy={handedIn} />
        </>
      ) : (
        <>
          <Select
            label={t`Form`}
            value={view.form}
            options={view.forms.map(({ key, name, own }) => ({
              value: key,
              label: name,
              more: own ? t`own` : undefined,
            }))}
            disabled={!writable}
            // While one is saved it takes no other, but keeps the keyboard.
            onChange={(key) => {
              if (!form.busy) void form.run(() => commands.caseSave({ ...committeeCase, form: key }));
            }}
          />
          {/* It stays when it has nothing more to do: it keeps the keyboard, and a second click hits no other button. */}
          <Button
            icon={<Check size={14} aria-hidden />}
            aria-disabled={!canAccept || undefined}
            onClick={() => canAccept && void acceptAll()}
          >
            {t`Accept all drafts (${drafts})`}
          </Button>
          <HandInButton
            view={view}
            isWriting={() => Boolean(bar.current?.parentElement?.querySelector("[contenteditable=true]"))}
          />
        </>
      )}
      {save.error && <ErrorText error={save.error} />}
      {form.error && <ErrorText error={form.error} />}
    </div>
  );
}
