import { useLingui } from "@lingui/react/macro";
import Plus from "lucide-react/icons/plus";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useAction } from "../../app/actions";
import { useSession } from "../../app/session";
import { type CasePoint, type CaseView, commands } from "../../ipc";
import { Button } from "../../parts/Button";
import { Confirm } from "../../parts/Confirm";
import { ErrorText } from "../../parts/ErrorText";
import css from "./Case.module.css";
import { Part } from "./Part";
import { PointForm } from "./PointForm";
import { PointLine } from "./PointLine";
import { lastPlace, type Move, misplaced, moved } from "./points";
import { useCaseSave } from "./useCase";

/** The recommendation: numbered points and lettered ones inside them, each with what it is about. In the paper under the heading the form has. */
export function Points({ view, title, aside }: { view: CaseView; title?: string; aside?: ReactNode }) {
  const { t } = useLingui();
  const { writable } = useSession();
  const { points } = view;
  const [form, setForm] = useState<CasePoint | null>(null);
  const [removing, setRemoving] = useState<CasePoint | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const moving = useCaseSave();
  const removal = useCaseSave();
  const caseId = view.committeeCase.id;
  // Where the keyboard goes, once the point is on the screen as it now is; 0 is to none of them.
  const [target, setTarget] = useState<number | null>(null);
  const shown = points.some(({ point }) => point.id === target);
  useEffect(() => {
    if (target === null || !(shown || target === 0)) return;
    const found = list.current?.querySelector<HTMLElement>(`[data-point="${target}"]`);
    (found ?? adder.current)?.focus();
    setTarget(null);
  }, [target, shown]);
  const toPoint = setTarget;
  const fresh = (parentId: number | null) =>
    setForm({
      id: 0,
      version: 0,
      committeeCaseId: caseId,
      parentId,
      position: lastPlace(points, parentId),
      text: "",
      condition: "",
      drafted: false,
    });
  useAction({
    id: "case.point",
    title: t`New point`,
    keys: "Alt+P",
    group: t`Committee case`,
    run: () => fresh(null),
    enabled: writable && form === null,
  });

  const move = async (id: number, where: Move) => {
    const places = moved(points, id, where);
    if (!places || !writable) return;
    // One after the other, each on what the one before left: the program may set others in order itself.
    let now = points;
    for (let left = points.length; left > 0; left -= 1) {
      const row = misplaced(now, places, id);
      if (!row) break;
      const done = await moving.run(
        () => commands.casePartSave({ kind: "point", row }),
        (next) => {
          now = next.points;
        },
      );
      if (!done) break;
    }
    toPoint(id);
  };
  const remove = () =>
    removal.run(
      () => commands.casePartDelete("point", removing?.id ?? 0, removing?.version ?? 0),
      (next) => toPoint(next.points[0]?.point.id ?? 0),
    );
  const ended = (id: number) => {
    setForm(null);
    toPoint(id);
  };
  const formFor = (point: CasePoint) => <PointForm key={`${point.id} ${point.parentId}`} point={point} onEnd={ended} />;
  const inside = points.some(({ point }) => point.parentId === removing?.id);
  return (
    <Part
      title={title ?? t`Recommendation`}
      aside={aside}
      tools={
        <Button
          ref={adder}
          tone="quiet"
          icon={<Plus size={14} aria-hidden />}
          disabled={!writable || form !== null}
          title={t`New point (Alt+P)`}
          aria-keyshortcuts="Alt+P"
          onClick={() => fresh(null)}
        >
          {t`New point`}
        </Button>
      }
    >
      {points.length === 0 && form === null && (
        <p className={css.soft}>
          {t`What the committee is asked, in numbered points. A point can have lettered ones inside it, each about a pool or an application.`}
        </p>
      )}
      <ol ref={list} className={css.points}>
        {points.map((one) => {
          const last = points.filter(({ point }) => point.parentId === one.point.id).at(-1)?.point.id ?? one.point.id;
          return (
            <li key={one.point.id} data-inside={one.point.parentId !== null || undefined}>
              {form?.id === one.point.id ? (
                formFor(form)
              ) : (
                <PointLine
                  view={view}
                  one={one}
                  editable={writable}
                  onEdit={() => setForm(one.point)}
                  onMove={(where) => void move(one.point.id, where)}
                  onInside={one.point.parentId === null ? () => fresh(one.point.id) : null}
                  onRemove={() => setRemoving(one.point)}
                />
              )}
              {form?.id === 0 && form.parentId === one.point.id && last === one.point.id && formFor(form)}
              {form?.id === 0 &&
                form.parentId !== null &&
                form.parentId === one.point.parentId &&
                isLast(points, one.point) &&
                formFor(form)}
            </li>
          );
        })}
      </ol>
      {form?.id === 0 && form.parentId === null && formFor(form)}
      {moving.error && <ErrorText error={moving.error} />}
      <Confirm
        open={removing !== null}
        title={t`Delete the point?`}
        verb={t`Delete`}
        busy={removal.busy}
        error={removal.error}
        onConfirm={remove}
        onClose={() => {
          setRemoving(null);
          removal.reset();
        }}
      >
        {inside
          ? t`The points inside it go away with it, and what was decided on them. It can be undone with Ctrl+Z.`
          : t`What was decided on it goes away with it. It can be undone with Ctrl+Z.`}
      </Confirm>
    </Part>
  );
}

const isLast = (points: CaseView["points"], point: CasePoint) =>
  points.filter((one) => one.point.parentId === point.parentId).at(-1)?.point.id === point.id;
