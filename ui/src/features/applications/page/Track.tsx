import { useLingui } from "@lingui/react/macro";
import ArrowRight from "lucide-react/icons/arrow-right";
import Check from "lucide-react/icons/check";
import Circle from "lucide-react/icons/circle";
import CircleDot from "lucide-react/icons/circle-dot";
import Undo from "lucide-react/icons/undo-2";
import { lazy, Suspense, useId, useRef, useState } from "react";
import { useAction } from "../../../app/actions";
import { useWord } from "../../../format";
import type { ApplicationView, NextStep } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { Unseen } from "../../../parts/Figure";
import { Loading } from "../../../parts/Loading";
import { Mark } from "../../../parts/Mark";
import css from "./Page.module.css";
import type { TabProps } from "./part";
import { StepBack } from "./StepBack";
import { useShown } from "./shown";
import { isEnd, live, type TrackState, trackOf } from "./track";

const StepForm = lazy(() => import("../step/StepForm"));

/** The way from idea to closed with the stage it is at, and the steps that can be taken from here. */
export function Track({ view, editable }: TabProps) {
  const { t } = useLingui();
  const word = useWord();
  const { partial } = useShown();
  const states: Record<TrackState, string> = {
    passed: t({ message: "passed", context: "stage" }),
    current: t`now`,
    ahead: t`ahead`,
  };
  return (
    <section className={css.track} aria-label={t`Stages`}>
      <ol className={css.stops}>
        {trackOf(view.steps, view.row.stage).map(({ stage, state, on }) => (
          <li key={stage} data-state={state} aria-current={state === "current" ? "step" : undefined}>
            {state === "passed" ? (
              <Check size={13} aria-hidden />
            ) : state === "current" ? (
              <CircleDot size={13} aria-hidden />
            ) : (
              <Circle size={13} aria-hidden />
            )}
            <span>
              {word("stage", stage)}
              <Unseen> ({states[state]})</Unseen>
              {on && <span className={css.on}>{partial(on)}</span>}
            </span>
          </li>
        ))}
      </ol>
      {editable && <Steps view={view} />}
    </section>
  );
}

type Doing = { next: NextStep } | "back" | null;

function Steps({ view }: { view: ApplicationView }) {
  const { t } = useLingui();
  const word = useWord();
  const [doing, setDoing] = useState<Doing>(null);
  const ids = useId();
  const box = useRef<HTMLDivElement>(null);
  const { application, next, steps } = view;
  const end = () => {
    setDoing(null);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>("button")?.focus());
  };
  const back = live(steps).length > 1;
  const first = next[0];
  const firstWord = first ? word("stage", first.stage) : "";
  useAction({
    id: "application.advance",
    title: t`Move to “${firstWord}”`,
    keys: "Alt+N",
    group: t`Application`,
    run: () => first && setDoing({ next: first }),
    enabled: first !== undefined && doing === null,
  });
  useAction({
    id: "application.stepBack",
    title: t`Take the step back`,
    group: t`Application`,
    run: () => setDoing("back"),
    enabled: back && doing === null,
  });
  const blocked = next.flatMap(({ stage, lacks }) => {
    const what = lacks.filter(({ blocks, missing }) => blocks && !asked.has(missing));
    return what.length > 0 ? [{ stage, what }] : [];
  });
  if (doing === "back") return <StepBack view={view} onEnd={end} />;
  if (doing)
    return (
      <div className={css.stepForm}>
        <Suspense fallback={<Loading />}>
          <StepForm
            key={doing.next.stage}
            application={application}
            to={doing.next.stage}
            lacks={next.find(({ stage }) => stage === doing.next.stage)?.lacks ?? doing.next.lacks}
            today={view.asOf}
            requested={application.requested}
            awarded={application.awarded}
            conditions={view.conditions.length}
            onDone={end}
            onCancel={end}
          />
        </Suspense>
      </div>
    );
  return (
    <div ref={box} className={css.steps}>
      {next.length > 0 && <span className={css.soft}>{t`Next step`}</span>}
      {next.map((step, index) => (
        <Button
          key={step.stage}
          tone={index === 0 && !isEnd(step.stage) ? "primary" : "plain"}
          icon={<ArrowRight size={14} aria-hidden />}
          aria-describedby={blocked.some(({ stage }) => stage === step.stage) ? `${ids}-${step.stage}` : undefined}
          onClick={() => setDoing({ next: step })}
        >
          {word("stage", step.stage)}
        </Button>
      ))}
      {back && (
        <Button tone="quiet" icon={<Undo size={14} aria-hidden />} onClick={() => setDoing("back")}>
          {t`Take the step back …`}
        </Button>
      )}
      {blocked.length > 0 && (
        <ul className={css.blocked}>
          {blocked.map(({ stage, what }) => {
            const to = word("stage", stage);
            const missing = what.map((one) => word("missing", one.missing)).join(", ");
            return (
              <li key={stage} id={`${ids}-${stage}`}>
                <Mark tone="warn">{t`Before “${to}”: ${missing}`}</Mark>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** What the step's own form asks for. */
const asked: ReadonlySet<string> = new Set(["date", "reason", "requested_amount", "awarded_amount", "conditions"]);
