import { useLingui } from "@lingui/react/macro";
import Check from "lucide-react/icons/check";
import Ellipsis from "lucide-react/icons/ellipsis";
import Pencil from "lucide-react/icons/pencil";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import { lazy, Suspense, useId, useRef, useState } from "react";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { formatDate } from "../../../format";
import {
  commands,
  type FigureChange,
  type HistoryEntry,
  type PaperPart,
  type PaperTextDraft,
  type PaperView,
} from "../../../ipc";
import { Button } from "../../../parts/Button";
import { ErrorText } from "../../../parts/ErrorText";
import { Heading } from "../../../parts/Heading";
import { Menu, type MenuItem } from "../../../parts/Menu";
import { useKept } from "../../../parts/standing/useKept";
import { useReturn } from "../../../parts/standing/useReturn";
import { HistoryLines } from "../CaseHistory";
import { AcceptButton } from "./AcceptButton";
import { useLookup } from "./lookup";
import { ProseText } from "./ProseText";
import css from "./paper.module.css";
import { partName } from "./partName";
import { StateMark } from "./StateMark";
import { usePaperSave } from "./usePaper";

// The editor is as large as the rest of the screen: it comes when someone writes.
const PartForm = lazy(() => import("./editor/PartForm"));

// A draft is made of what the figures say now.
const unchanged: readonly FigureChange[] = [];

type Props = {
  view: PaperView;
  part: PaperPart;
  /** What was done to its text, newest first. */
  history: readonly HistoryEntry[];
  /** Called when the keyboard or the pointer comes to it. */
  onEnter: () => void;
};

/** A heading of the paper and the text under it, which is written in its place. */
export function TextPart({ view, part, history, onEnter }: Props) {
  const { t } = useLingui();
  const { writable, language } = useSession();
  const notify = useNotify();
  const id = useId();
  const editButton = useRef<HTMLButtonElement>(null);
  const [kept] = useKept<PaperTextDraft>(`paper text ${view.committeeCaseId} ${part.key}`);
  const [opened, setOpened] = useState(false);
  const [told, setTold] = useState(false);
  const save = usePaperSave();
  const lookup = useLookup(view, part.changed);
  const fresh = useLookup(view, unchanged);
  const name = partName(part);
  const { row, state, prose, draft, key } = part;
  const editing = writable && (opened || kept !== null);
  useReturn(editing, () => editButton.current);
  const edit = () => {
    save.reset();
    setOpened(true);
  };
  const accept = () =>
    save.run(
      () =>
        commands.paperTextSave({
          committeeCaseId: view.committeeCaseId,
          key,
          id: row?.id ?? 0,
          version: row?.version ?? 0,
          prose,
        }),
      () => {
        notify({ tone: "ok", text: t`“${name}” is accepted.` });
        editButton.current?.focus();
      },
    );
  const drop = () =>
    row &&
    save.run(
      () => commands.paperTextDiscard(row.id, row.version),
      () => {
        notify({ tone: "ok", text: t`“${name}” follows the draft again. Ctrl+Z brings the text back.` });
        editButton.current?.focus();
      },
    );
  const more: MenuItem[] = [
    ...(row && writable
      ? [
          {
            id: "drop",
            label: t`Use the draft again`,
            more: t`The text goes, and the part follows the data.`,
            icon: <RotateCcw size={15} aria-hidden />,
            onAction: () => void drop(),
          },
        ]
      : []),
    ...(history.length > 0
      ? [{ id: "history", label: told ? t`Hide history` : t`History`, onAction: () => setTold(!told) }]
      : []),
  ];
  const day = row && formatDate(row.acceptedOn, language, "short");
  return (
    <section className={css.part} aria-labelledby={id} data-part={key} data-state={state} onFocusCapture={onEnter}>
      <div className={css.partHead}>
        <Heading level={2} id={id} aside={part.heading === "" && t`(without heading)`}>
          <span lang="da">{name}</span>
        </Heading>
        <span title={day ? t`Accepted ${day}` : undefined}>
          <StateMark state={state} />
        </span>
        {!editing && (
          <div className={css.partTools}>
            {writable && state === "draft" && (
              <AcceptButton name={name} busy={save.busy} onAccept={() => void accept()} />
            )}
            {writable && (
              <Button
                ref={editButton}
                tone="quiet"
                icon={<Pencil size={14} aria-hidden />}
                aria-label={state === "empty" ? t`Write “${name}”` : t`Correct “${name}”`}
                onClick={edit}
              >
                {state === "empty" ? t`Write` : t`Correct`}
              </Button>
            )}
            {more.length > 0 && (
              <Menu label={t`More about “${name}”`} sections={[{ items: more }]} quiet>
                <Ellipsis size={16} aria-hidden />
              </Menu>
            )}
          </div>
        )}
      </div>
      {editing ? (
        <Suspense fallback={<ProseText prose={prose} lookup={lookup} />}>
          <PartForm view={view} part={part} name={name} lookup={lookup} onEnd={() => setOpened(false)} />
        </Suspense>
      ) : (
        prose.length > 0 && (
          // biome-ignore lint/a11y/noStaticElementInteractions: by key it is the button above
          // biome-ignore lint/a11y/useKeyWithClickEvents: by key it is the button above
          <div
            className={css.read}
            data-editable={writable || undefined}
            onClick={() => {
              // Marking some of the text to copy it is not asking to write.
              if (writable && getSelection()?.isCollapsed !== false) edit();
            }}
          >
            <ProseText prose={prose} lookup={lookup} />
          </div>
        )
      )}
      {!editing && state === "empty" && (
        <p
          className={css.soft}
        >{t`Nothing can be drafted from the data. The heading is left out until something is written.`}</p>
      )}
      {!editing && state === "accepted" && prose.length === 0 && (
        <p className={css.soft}>{t`Nothing stands here: the heading is left out of the paper.`}</p>
      )}
      {!editing && part.changed.length > 0 && writable && (
        <div className={css.again}>
          <Button icon={<Check size={14} aria-hidden />} disabled={save.busy} onClick={() => void accept()}>
            {t`Accept again with the new figures`}
          </Button>
        </div>
      )}
      {save.error && <ErrorText error={save.error} />}
      {draft && (
        <details className={css.draft}>
          <summary>{t`The draft now says …`}</summary>
          <ProseText prose={draft} lookup={fresh} />
          {writable && !editing && (
            <Button icon={<RotateCcw size={14} aria-hidden />} disabled={save.busy} onClick={() => void drop()}>
              {t`Use the draft again`}
            </Button>
          )}
        </details>
      )}
      {told && <HistoryLines entries={history} />}
    </section>
  );
}
