import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { useAction } from "../../app/actions";
import { useAsOf } from "../../app/asOf";
import { useMunicipality } from "../../app/municipality";
import { useSession } from "../../app/session";
import { commands, type PoolStanding, type PoolStandingView } from "../../ipc";
import { Button } from "../Button";
import { DanishText } from "../DanishText";
import { ErrorText } from "../ErrorText";
import { Heading } from "../Heading";
import { Loading } from "../Loading";
import { PoolStatusMark, StageMark } from "../marks";
import { choiceName, nameOf } from "./assessment";
import { Earlier } from "./Earlier";
import { ForNobody } from "./ForNobody";
import css from "./Standing.module.css";
import { restsWholly, saidOf } from "./said";
import { useKept } from "./useKept";
import { useReturn } from "./useReturn";
import { Values } from "./Values";

const AssessForm = lazy(() => import("./AssessForm"));
const ChoiceForm = lazy(() => import("./ChoiceForm"));

export type StandingProps = {
  poolId: number;
  /** The pool's title, for the names of its actions. */
  title: string;
  /** As a list already has it, until the whole is loaded. */
  known?: PoolStanding;
  /** The title of another pool, where this one's values rest on that it lies inside. */
  titleOf?: (poolId: number) => string | undefined;
  /** The standing of the pool it lies inside, where that is on the screen too: what rests on it is not told in full again. */
  over?: PoolStanding;
  /** Whether its actions have keys: one pool on the screen at a time. */
  keys?: boolean;
  /** It stands under the pool's own heading, so its name is none. */
  nested?: boolean;
};

/** Where a pool stands with us: the one word, the four values it comes from, our applications, and what can be done. */
export function Standing(props: StandingProps) {
  const { t } = useLingui();
  const municipality = useMunicipality();
  const id = useId();
  return (
    <section className={css.standing} aria-labelledby={id}>
      {props.nested ? (
        <p id={id} className={css.name}>
          {t`Status with us`}
        </p>
      ) : (
        <Heading level={3} id={id}>
          {t`Status with us`}
        </Heading>
      )}
      {municipality ? <Known key={`${municipality.id} ${props.poolId}`} {...props} /> : <ForNobody />}
    </section>
  );
}

function Known({ poolId, title, known, titleOf, over, keys = false }: StandingProps) {
  const { t } = useLingui();
  const asOf = useAsOf();
  const query = useQuery({
    queryKey: ["poolStanding", poolId, asOf],
    queryFn: () => commands.poolStanding(poolId, asOf),
  });
  const standing = query.data?.standing ?? known;
  const restsOn = standing?.restsOn ?? null;
  const rested = restsOn === null ? undefined : titleOf?.(restsOn);
  return (
    <>
      {standing && (
        <p className={css.status}>
          <PoolStatusMark status={standing.status} />
        </p>
      )}
      {restsOn !== null && (
        <p className={css.soft}>
          {rested ? (
            <>
              {t`Rests on the pool it lies inside:`} <DanishText>{rested}</DanishText>
            </>
          ) : (
            t`Rests on the pool it lies inside.`
          )}
        </p>
      )}
      {query.isPending && (
        <div className={css.waits}>
          <Loading />
        </div>
      )}
      {query.isError && <ErrorText error={query.error} retry={() => query.refetch()} />}
      {query.data && <Whole view={query.data} title={title} keys={keys} over={over} />}
    </>
  );
}

type Form = "assess" | "choose";

function Whole({
  view,
  title,
  keys,
  over,
}: {
  view: PoolStandingView;
  title: string;
  keys: boolean;
  over: PoolStanding | undefined;
}) {
  const { t } = useLingui();
  const { writable } = useSession();
  const navigate = useNavigate();
  const { standing, puts } = view;
  const said = saidOf(view);
  const brief = over !== undefined && restsWholly(view, over);
  const { poolId, applications } = standing;
  const [begun] = useKept<object>(nameOf({ poolId }));
  const [choosing] = useKept<object>(choiceName(poolId));
  // A form with something typed in it is met again as it was left.
  const [form, setForm] = useState<Form | null>(begun ? "assess" : choosing ? "choose" : null);
  const buttons = useRef<HTMLDivElement>(null);
  const condition = standing.put && standing.put.condition !== "" && standing.choice === null ? standing.put : null;
  const pools = String(poolId);
  const offered = [
    { id: "assess", name: t`Assess`, title: t`Assess “${title}”`, key: "Alt+V", run: () => setForm("assess") },
    {
      id: "recommend",
      name: t`Put to committee`,
      title: t`Put “${title}” to a committee`,
      key: "Alt+I",
      run: () => void navigate({ to: "/cases/new", search: { pools } }),
    },
    {
      id: "choose",
      name: condition ? t`Answer the condition` : t`Make the final choice`,
      title: condition ? t`Answer the condition for “${title}”` : t`Make the final choice for “${title}”`,
      key: "Alt+B",
      run: () => setForm("choose"),
    },
    {
      id: "apply",
      name: t`Start application`,
      title: t`Start an application to “${title}”`,
      key: "Alt+N",
      run: () => void navigate({ to: "/applications/new", search: { pool: poolId } }),
    },
  ];
  const last = useRef<Form>("assess");
  if (form !== null) last.current = form;
  useReturn(form !== null, () => buttons.current?.querySelector<HTMLElement>(`[data-action=${last.current}]`));
  const ended = () => setForm(null);
  return (
    <>
      {!brief && <Values assessment={said.assessment} put={standing.put} choice={said.choice} />}
      {applications.length > 0 && (
        <div className={css.told}>
          <span className={css.name}>{t`Our applications`}</span>
          <ul className={css.applications}>
            {applications.map((application) => (
              <li key={application.id}>
                <Link to="/applications/$id" params={{ id: String(application.id) }}>
                  <DanishText>{application.title}</DanishText>
                </Link>
                <StageMark stage={application.stage} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Suspense fallback={<Loading />}>
        {form === "assess" && <AssessForm about={{ poolId }} newest={said.assessment} onEnd={ended} />}
        {form === "choose" && <ChoiceForm poolId={poolId} open={condition} onEnd={ended} />}
      </Suspense>
      {form === null && (
        <div className={css.actions} ref={buttons}>
          {offered.map((action) => (
            <Doing key={action.id} poolId={poolId} action={action} keyed={keys} enabled={writable} />
          ))}
        </div>
      )}
      {!brief && <Earlier assessments={said.earlier} choices={said.earlierChoices} puts={puts} shown={standing.put} />}
    </>
  );
}

type Offered = { id: string; name: string; title: string; key: string; run: () => void };

/** A button and the same action for the palette and the keyboard. */
function Doing({
  poolId,
  action,
  keyed,
  enabled,
}: {
  poolId: number;
  action: Offered;
  keyed: boolean;
  enabled: boolean;
}) {
  const { t } = useLingui();
  const { id, name, title, key, run } = action;
  useAction({ id: `pool.${id}.${poolId}`, title, keys: keyed ? key : undefined, group: t`Pool`, run, enabled });
  const shown: ReactNode = keyed && <kbd className={css.key}>{key}</kbd>;
  return (
    <Button
      data-action={id}
      disabled={!enabled}
      title={keyed ? `${name} (${key})` : name}
      aria-keyshortcuts={keyed ? key : undefined}
      onClick={run}
    >
      {name}
      {shown}
    </Button>
  );
}
