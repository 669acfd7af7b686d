import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMatchRoute, useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useAction } from "../../app/actions";
import { useAsOf } from "../../app/asOf";
import { NoMunicipality, useMunicipality } from "../../app/municipality";
import { useSession } from "../../app/session";
import { useTitle } from "../../app/title";
import { needles } from "../../fold";
import type { GridHandle } from "../../grid/types";
import { type ApplicationsView, commands } from "../../ipc";
import { ErrorText } from "../../parts/ErrorText";
import { Loading } from "../../parts/Loading";
import screen from "../../parts/listScreen.module.css";
import { ScreenHead } from "../../parts/ScreenHead";
import { SplitPane } from "../../parts/SplitPane";
import css from "./applications.module.css";
import { type Step, useMoves } from "./board/useMoves";
import { putRow } from "./cache";
import { store, useChoice } from "./choice";
import { Filters } from "./Filters";
import { Head } from "./Head";
import { ApplicationsGrid } from "./list/ApplicationsGrid";
import { NoneYet, NothingFound } from "./Nothing";
import { StatusLine } from "./StatusLine";
import { type Filter, filtered, linesOf, sorted, summed } from "./shown";

const Board = lazy(() => import("./board/Board"));
const StartForm = lazy(() => import("./start/StartForm"));
const StepForm = lazy(() => import("./step/StepForm"));

/** Every application of the municipality, as a list or as a board by stage. */
export default function ApplicationsScreen() {
  const { t } = useLingui();
  const municipality = useMunicipality();
  const asOf = useAsOf();
  const query = useQuery({
    queryKey: ["applications", asOf],
    queryFn: () => commands.applications(asOf),
    enabled: municipality !== null,
    placeholderData: keepPreviousData,
  });
  useTitle(t`Applications`, municipality?.name);
  if (municipality && query.data) return <Applications key={municipality.id} view={query.data} />;
  return (
    <>
      <ScreenHead title={t`Applications`} />
      {!municipality ? (
        <NoMunicipality />
      ) : query.isError ? (
        <div className={screen.problem}>
          <ErrorText error={query.error} retry={() => query.refetch()} />
        </div>
      ) : (
        <Loading />
      )}
    </>
  );
}

/** The ids of an address: `3,7,12`. */
const idsOf = (text: string | undefined): ReadonlySet<number> | null =>
  text === undefined ? null : new Set(text.split(",").map(Number).filter(Number.isSafeInteger));

function Applications({ view }: { view: ApplicationsView }) {
  const { t } = useLingui();
  const { session, language, writable } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { ids: given, title: of } = useSearch({ strict: false });
  const starting = useMatchRoute()({ to: "/applications/new" }) !== false;
  const choice = useChoice();
  const { search, facets, ended, sort, board } = choice;
  const [selected, setSelected] = useState(0);
  const [step, setStep] = useState<Step | null>(null);
  const [focused, setFocused] = useState<{ id: number } | null>(null);
  const grid = useRef<GridHandle>(null);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const scope = `${session.file.path} ${session.municipality?.id}`;
  useLayoutEffect(() => store.enter(scope), [scope]);

  const lines = useMemo(() => linesOf(view.applications), [view]);
  const ids = useMemo(() => idsOf(given), [given]);
  const words = useMemo(() => needles(search), [search]);
  const filter = useMemo((): Filter => ({ needles: words, facets, ended, ids }), [words, facets, ended, ids]);
  const shown = useMemo(() => sorted(filtered(lines, filter), sort, language), [lines, filter, sort, language]);
  // The board has a place of its own for ended ones.
  const onBoard = useMemo(
    () => (board ? sorted(filtered(lines, { ...filter, ended: true }), sort, language) : []),
    [board, lines, filter, sort, language],
  );
  const sums = useMemo(() => summed(shown), [shown]);

  const back = useCallback((id: number) => setFocused({ id }), []);
  const moves = useMoves(setStep, back);
  const onOpen = useCallback(
    (id: number) => navigate({ to: "/applications/$id", params: { id: String(id) } }),
    [navigate],
  );
  const onType = useCallback((character: string) => {
    field.current?.focus();
    if (character) store.choose({ search: store.get().search + character });
  }, []);
  const closeStart = useCallback(() => {
    navigate({ to: "/applications", search: {} });
    grid.current?.focus();
  }, [navigate]);
  const leaveStep = (id: number) => {
    setStep(null);
    back(id);
  };
  const toList = () => {
    if (board) list.current?.querySelector<HTMLElement>('[data-open][tabindex="0"]')?.focus();
    else grid.current?.focus(true);
  };

  const group = t`Applications`;
  useAction({
    id: "application.create",
    title: t`New application`,
    keys: "Ctrl+N",
    group,
    enabled: writable,
    run: () => navigate({ to: "/applications/new" }),
  });
  useAction({
    id: "applications.search",
    title: t`Search the applications`,
    keys: "Ctrl+F",
    group,
    run: () => {
      field.current?.focus();
      field.current?.select();
    },
  });
  useAction({
    id: "applications.board",
    title: board ? t`Show as list` : t`Show as board`,
    group,
    run: () => store.choose({ board: !board }),
  });
  useAction({
    id: "applications.ended",
    title: ended ? t`Hide ended applications` : t`Show ended applications`,
    group,
    run: () => store.choose({ ended: !ended }),
  });
  useAction({
    id: "applications.clear",
    title: t`Clear search and filters`,
    group,
    run: () => store.clear(),
  });

  const side = step ? (
    <StepForm
      key={`${step.view.application.id} ${step.next.stage} ${step.view.application.version}`}
      application={step.view.application}
      to={step.next.stage}
      lacks={step.next.lacks}
      today={step.view.asOf}
      requested={step.view.application.requested}
      awarded={step.view.application.awarded}
      conditions={step.view.conditions.length}
      onDone={({ row }) => {
        putRow(client, row);
        leaveStep(row.id);
      }}
      onCancel={() => leaveStep(step.view.application.id)}
    />
  ) : starting && writable ? (
    <StartForm applications={view.applications} today={view.asOf} onClose={closeStart} />
  ) : null;
  const nothing = <NothingFound lines={lines} filter={filter} />;
  return (
    <div className={screen.page}>
      <Head
        all={lines.length}
        shown={shown.length}
        search={field}
        toList={toList}
        filters={
          <Filters
            lines={lines}
            filter={filter}
            of={of ?? null}
            onAll={() => navigate({ to: "/applications", search: {} })}
          />
        }
      />
      <div className={screen.body}>
        <SplitPane label={t`Width of the form`} side={side && <Suspense fallback={<Loading />}>{side}</Suspense>}>
          {lines.length === 0 ? (
            <div className={screen.empty}>
              <NoneYet />
            </div>
          ) : board ? (
            <div ref={list} className={css.boarded}>
              <Suspense fallback={<Loading />}>
                <Board
                  lines={onBoard}
                  ended={ended || ids !== null || (facets.stage?.length ?? 0) > 0}
                  moves={moves}
                  focused={focused}
                  nothing={nothing}
                />
              </Suspense>
            </div>
          ) : (
            <ApplicationsGrid
              ref={grid}
              all={lines}
              shown={shown}
              sums={sums}
              onOpen={onOpen}
              onType={onType}
              onSelected={setSelected}
              nothing={nothing}
            />
          )}
        </SplitPane>
      </div>
      {lines.length > 0 && <StatusLine selected={selected} board={board} writable={writable} />}
    </div>
  );
}
