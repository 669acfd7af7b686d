import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import CircleHelp from "lucide-react/icons/circle-help";
import Ellipsis from "lucide-react/icons/ellipsis";
import Plus from "lucide-react/icons/plus";
import X from "lucide-react/icons/x";
import { type KeyboardEvent, useRef, useState } from "react";
import { useSession } from "../../app/session";
import { type CaseView, commands, type PointView, type SubjectView } from "../../ipc";
import { Button } from "../../parts/Button";
import { ComboField } from "../../parts/ComboField";
import { DanishText } from "../../parts/DanishText";
import { ErrorText } from "../../parts/ErrorText";
import { Unseen } from "../../parts/Figure";
import { IconButton } from "../../parts/IconButton";
import { Mark } from "../../parts/Mark";
import { Menu } from "../../parts/Menu";
import { StageMark } from "../../parts/marks";
import css from "./Case.module.css";
import { type Move, moved } from "./points";
import { useCaseSave, useSubjectOptions } from "./useCase";

const keysOf: Readonly<Record<string, Move>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

type Props = {
  view: CaseView;
  one: PointView;
  editable: boolean;
  onEdit: () => void;
  onMove: (move: Move) => void;
  /** Begins a point inside it; null where it lies inside another. */
  onInside: (() => void) | null;
  onRemove: () => void;
};

/** A point as the paper has it. On its text Enter corrects, Alt and the arrows move, Delete removes. */
export function PointLine({ view, one, editable, onEdit, onMove, onInside, onRemove }: Props) {
  const { t } = useLingui();
  const [tying, setTying] = useState(false);
  const { point, label } = one;
  const outermost = view.points.some((other) => other.point.parentId === point.id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!editable || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const move = event.altKey ? keysOf[event.key] : undefined;
    if (move === undefined && (event.altKey || event.key !== "Delete")) return;
    event.preventDefault();
    if (move) onMove(move);
    else onRemove();
  };
  const moves: { move: Move; label: string; keys: string }[] = [
    { move: "up", label: t`Move up`, keys: "Alt+↑" },
    { move: "down", label: t`Move down`, keys: "Alt+↓" },
    { move: "in", label: t`Put inside the point above`, keys: "Alt+→" },
    { move: "out", label: t`Put outside`, keys: "Alt+←" },
  ];
  const sections = [
    {
      items: [
        { id: "edit", label: t`Correct the point`, keys: "Enter", onAction: onEdit },
        { id: "tie", label: t`Tie to a pool or an application …`, onAction: () => setTying(true) },
        ...(onInside ? [{ id: "inside", label: t`New point inside`, onAction: onInside }] : []),
      ],
    },
    {
      items: moves.map(({ move, label: name, keys }) => ({
        id: move,
        label: name,
        keys,
        disabled: moved(view.points, point.id, move) === null,
        onAction: () => onMove(move),
      })),
    },
    { items: [{ id: "remove", label: t`Delete the point …`, keys: "Delete", onAction: onRemove }] },
  ];
  return (
    <div className={css.point}>
      <span className={css.label} aria-hidden>
        {point.parentId === null ? `${label}.` : `${label.split(" ").at(-1)}.`}
      </span>
      <div className={css.said}>
        <button
          type="button"
          className={css.text}
          data-point={point.id}
          aria-disabled={!editable || undefined}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowRight Alt+ArrowLeft Delete"
          title={editable ? t`Correct (Enter). Alt and the arrows move it.` : undefined}
          onClick={() => editable && onEdit()}
          onKeyDown={onKeyDown}
        >
          <Unseen>{label}: </Unseen>
          <DanishText>{point.text}</DanishText>
        </button>
        {point.condition && (
          <span className={css.condition}>
            <Mark tone="warn" icon={<CircleHelp size={14} aria-hidden />}>
              {t`On the condition:`} <DanishText>{point.condition}</DanishText>
            </Mark>
          </span>
        )}
        <Subjects
          one={one}
          editable={editable}
          // Where points lie inside, they are what is about something; where something is tied, the menu ties more.
          offers={!outermost && one.subjects.length === 0}
          adding={tying}
          setAdding={setTying}
        />
      </div>
      {editable && (
        <Menu label={t`Point ${label}`} sections={sections} quiet>
          <Ellipsis size={16} aria-hidden />
        </Menu>
      )}
    </div>
  );
}

/** The pools and applications a point is about. */
function Subjects({
  one,
  editable,
  offers,
  adding,
  setAdding,
}: {
  one: PointView;
  editable: boolean;
  /** Whether a button offers to tie it to something. */
  offers: boolean;
  adding: boolean;
  setAdding: (adding: boolean) => void;
}) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const save = useCaseSave();
  // To the point's own text, which is always there.
  const back = () => box.current?.parentElement?.querySelector<HTMLElement>("[data-point]")?.focus();
  const { label } = one;
  const remove = async (subject: SubjectView) => {
    const { id, version } = subject.subject;
    if (await save.run(() => commands.casePartDelete("subject", id, version))) back();
  };
  const add = async (value: string) => {
    const [kind, text] = value.split(" ");
    const id = Number(text);
    const row = {
      id: 0,
      version: 0,
      casePointId: one.point.id,
      poolId: kind === "pool" ? id : null,
      applicationId: kind === "pool" ? null : id,
    };
    if (!(await save.run(() => commands.casePartSave({ kind: "subject", row })))) return;
    setAdding(false);
    back();
  };
  return (
    <div className={css.subjects} ref={box}>
      {one.subjects.length > 0 && (
        <ul>
          {one.subjects.map((subject) => (
            <Subject
              key={subject.subject.id}
              subject={subject}
              onRemove={editable ? () => void remove(subject) : null}
            />
          ))}
        </ul>
      )}
      {save.error && <ErrorText error={save.error} />}
      {editable &&
        (adding ? (
          <Tie
            taken={one.subjects}
            onChoose={(value) => void add(value)}
            onEnd={() => {
              setAdding(false);
              back();
            }}
          />
        ) : offers ? (
          <Button
            tone="quiet"
            className={css.tie}
            icon={<Plus size={13} aria-hidden />}
            aria-label={t`Tie point ${label} to: Pool or application`}
            onClick={() => setAdding(true)}
          >
            {t`Pool or application`}
          </Button>
        ) : null)}
    </div>
  );
}

function Subject({ subject, onRemove }: { subject: SubjectView; onRemove: (() => void) | null }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { title, initiative, poolKey, applications, remarks } = subject;
  const { applicationId } = subject.subject;
  const name = <DanishText>{initiative === null ? title : `${initiative} ${title}`}</DanishText>;
  return (
    <li>
      {poolKey !== null ? (
        <Link to="/pools/$key" params={{ key: poolKey }}>
          {name}
        </Link>
      ) : applicationId !== null ? (
        <Link to="/applications/$id" params={{ id: String(applicationId) }}>
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      {applications.map(({ id, title: named, stage }) => (
        <Link key={id} to="/applications/$id" params={{ id: String(id) }} className={css.stage} title={named}>
          <Unseen>{t`Application: ${named}`}</Unseen> <StageMark stage={stage} />
        </Link>
      ))}
      {onRemove && (
        <IconButton label={t`Untie “${title}”`} onClick={onRemove}>
          <X size={14} aria-hidden />
        </IconButton>
      )}
      {remarks.map((remark) => (
        <Mark key={remark.da} tone="warn">
          {remark[language]}
        </Mark>
      ))}
    </li>
  );
}

function Tie({
  taken,
  onChoose,
  onEnd,
}: {
  taken: readonly SubjectView[];
  onChoose: (value: string) => void;
  onEnd: () => void;
}) {
  const { t } = useLingui();
  const options = useSubjectOptions({ pool: t`Pool`, application: t`Application` });
  const has = new Set(
    taken.map(({ subject }) =>
      subject.poolId !== null ? `pool ${subject.poolId}` : `application ${subject.applicationId}`,
    ),
  );
  const focus = (box: HTMLDivElement | null) => box?.querySelector<HTMLElement>("input")?.focus();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape from the field inside
    <div
      ref={focus}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onEnd();
      }}
    >
      <ComboField
        label={t`What the point is about`}
        value=""
        options={options.filter(({ value }) => !has.has(value))}
        placeholder={t`Search pools and applications …`}
        onChange={onChoose}
      />
    </div>
  );
}
