import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import FileText from "lucide-react/icons/file-text";
import Plus from "lucide-react/icons/plus";
import Table from "lucide-react/icons/table-2";
import Type from "lucide-react/icons/type";
import X from "lucide-react/icons/x";
import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { useSession } from "../../../app/session";
import { useWord } from "../../../format";
import {
  type AppendixDraft,
  type AppendixKind,
  type AppendixView,
  type CaseView,
  commands,
  type PaperPart,
  type PaperView,
} from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { ErrorText } from "../../../parts/ErrorText";
import { Heading } from "../../../parts/Heading";
import { IconButton } from "../../../parts/IconButton";
import { Loading } from "../../../parts/Loading";
import { Menu } from "../../../parts/Menu";
import { useKept } from "../../../parts/standing/useKept";
import { useAgreementYear } from "../useCase";
import own from "./appendix.module.css";
import { appendixTitle } from "./appendixTitle";
import css from "./paper.module.css";
import { partName } from "./partName";
import { StateMark } from "./StateMark";
import { usePaperSave } from "./usePaper";

const AppendixForm = lazy(() => import("./AppendixForm"));

const icons: Record<AppendixKind, typeof Table> = { pools: Table, document: FileText, typed: Type };
const kinds = ["pools", "document", "typed"] as const;

type Props = { view: PaperView; caseView: CaseView; part: PaperPart | null; onEnter: () => void };

/** What is appended, in order. On a title Enter corrects, Alt and the arrows move, Delete removes. */
export function Appendices({ view, caseView, part, onEnter }: Props) {
  const { t } = useLingui();
  const { writable } = useSession();
  const word = useWord();
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const { appendices, documents, committeeCaseId } = view;
  const [kept, keep] = useKept<AppendixDraft>(`paper appendix ${committeeCaseId}`);
  const [opened, setOpened] = useState<AppendixDraft | null>(null);
  const [target, setTarget] = useState<number | null>(null);
  const save = usePaperSave();
  const year = useAgreementYear();
  const form = writable ? (kept ?? opened) : null;
  useEffect(() => {
    if (target === null) return;
    list.current?.querySelector<HTMLElement>(`[data-appendix="${target}"]`)?.focus();
    setTarget(null);
  }, [target]);
  const fresh = (kind: AppendixKind) =>
    setOpened({
      id: 0,
      version: 0,
      committeeCaseId,
      position: appendices.length,
      kind,
      title: kind === "pools" ? appendixTitle(year, caseView.readings[0]?.committee) : "",
      documentId: null,
      columns: [],
      pools: [],
    });
  const move = async ({ draft }: AppendixView, by: number) => {
    const position = draft.position + by;
    if (position < 0 || position >= appendices.length) return;
    if (await save.run(() => commands.paperAppendixSave({ ...draft, position }))) setTarget(draft.id);
  };
  const remove = ({ draft }: AppendixView) =>
    save.run(
      () => commands.paperAppendixDelete(draft.id, draft.version),
      (next) => setTarget(next.appendices.at(Math.min(draft.position, next.appendices.length - 1))?.draft.id ?? null),
    );
  const ended = (at: number | null) => {
    keep(null);
    setOpened(null);
    setTarget(at);
  };
  const editor = form && (
    <Suspense fallback={<Loading />}>
      <AppendixForm
        key={`${form.id} ${form.kind}`}
        view={view}
        caseView={caseView}
        draft={form}
        dirty={kept !== null}
        onChange={keep}
        onEnd={ended}
      />
    </Suspense>
  );
  const name = part ? partName(part) : t`Appendices`;
  return (
    <section className={css.part} aria-labelledby={id} data-part={part?.key} onFocusCapture={onEnter}>
      <div className={css.partHead}>
        <Heading level={2} id={id}>
          <span lang={part ? "da" : undefined}>{name}</span>
        </Heading>
        {part && <StateMark state={part.state} />}
        {writable && form === null && (
          <div className={css.partTools}>
            <Menu
              label={t`Add appendix`}
              sections={[
                {
                  items: kinds.map((kind) => {
                    const Icon = icons[kind];
                    return {
                      id: kind,
                      label: word("appendix_kind", kind),
                      icon: <Icon size={15} aria-hidden />,
                      disabled: kind === "document" && documents.length === 0,
                      more:
                        kind === "document" && documents.length === 0
                          ? t`The applications of the case have no documents yet.`
                          : undefined,
                      onAction: () => fresh(kind),
                    };
                  }),
                },
              ]}
            >
              <Plus size={14} aria-hidden />
              {t`Add appendix`}
            </Menu>
          </div>
        )}
      </div>
      {appendices.length === 0 && form === null && <p className={css.soft}>{t`Nothing is appended.`}</p>}
      <ol ref={list}>
        {appendices.map((one, index) =>
          form?.id === one.draft.id ? (
            <li key={one.draft.id}>{editor}</li>
          ) : (
            <li key={one.draft.id} className={own.appendix}>
              <Line
                one={one}
                last={index === appendices.length - 1}
                editable={writable && form === null}
                onEdit={() => setOpened(one.draft)}
                onMove={(by) => void move(one, by)}
                onRemove={() => void remove(one)}
              />
            </li>
          ),
        )}
      </ol>
      {form?.id === 0 && editor}
      {save.error && <ErrorText error={save.error} />}
    </section>
  );
}

function Line({
  one,
  last,
  editable,
  onEdit,
  onMove,
  onRemove,
}: {
  one: AppendixView;
  last: boolean;
  editable: boolean;
  onEdit: () => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  const { draft, number, document } = one;
  const { title, kind, position, pools } = draft;
  const Icon = icons[kind];
  const about =
    kind === "document"
      ? document
      : kind === "pools"
        ? pools.length > 0
          ? plural(pools.length, { one: "# pool chosen", other: "# pools chosen" })
          : t`the pools that are assessed`
        : "";
  const onKeyDown = (event: KeyboardEvent) => {
    if (!editable || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (by === undefined && (event.altKey || event.key !== "Delete")) return;
    event.preventDefault();
    if (by) onMove(by);
    else onRemove();
  };
  return (
    <>
      <button
        type="button"
        className={own.appendixName}
        data-appendix={draft.id}
        aria-disabled={!editable || undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
        title={editable ? t`Correct (Enter). Alt and the arrows move it, Delete removes it.` : undefined}
        onClick={() => editable && onEdit()}
        onKeyDown={onKeyDown}
      >
        <Icon size={15} aria-hidden />
        <span>
          {number}. <DanishText>{title}</DanishText>
          <span className={css.soft}>
            {" "}
            {word("appendix_kind", kind)}
            {about && " · "}
            <DanishText>{about}</DanishText>
          </span>
        </span>
      </button>
      {editable && (
        <span className={own.moves}>
          <IconButton
            label={t`Move “${title}” up`}
            aria-disabled={position === 0}
            onClick={() => position > 0 && onMove(-1)}
          >
            <ArrowUp size={15} aria-hidden />
          </IconButton>
          <IconButton label={t`Move “${title}” down`} aria-disabled={last} onClick={() => !last && onMove(1)}>
            <ArrowDown size={15} aria-hidden />
          </IconButton>
          <IconButton label={t`Remove “${title}”`} onClick={onRemove}>
            <X size={15} aria-hidden />
          </IconButton>
        </span>
      )}
    </>
  );
}
