import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useAction } from "../../app/actions";
import { useAsOf } from "../../app/asOf";
import { NoMunicipality, useMunicipality } from "../../app/municipality";
import { useSession } from "../../app/session";
import { useTitle } from "../../app/title";
import type { GridHandle } from "../../grid/types";
import { commands, type DeadlinesView } from "../../ipc";
import { ErrorText } from "../../parts/ErrorText";
import { Loading } from "../../parts/Loading";
import screen from "../../parts/listScreen.module.css";
import { ScreenHead } from "../../parts/ScreenHead";
import { SplitPane } from "../../parts/SplitPane";
import { Conflicts } from "./Conflicts";
import { store, useChoice } from "./choice";
import { Head } from "./Head";
import { DeadlineList } from "./list/DeadlineList";
import { NoneYet, NothingFound } from "./Nothing";
import { StatusLine } from "./StatusLine";
import { DeadlinesContext } from "./useDeadlines";
import { useScreen } from "./useScreen";

const Month = lazy(() => import("./month/Month"));
const Timeline = lazy(() => import("./timeline/Timeline"));
const Detail = lazy(() => import("./detail/Detail"));
const NewDeadline = lazy(() => import("./NewDeadline"));
const CalendarDialog = lazy(() => import("./calendar/CalendarDialog"));

/** Every day to keep of the municipality, as a list, a month or a timeline, with what cannot be kept on top. */
export default function DeadlinesScreen() {
  const { t } = useLingui();
  const municipality = useMunicipality();
  const asOf = useAsOf();
  const query = useQuery({
    queryKey: ["deadlines", asOf],
    queryFn: () => commands.deadlines(asOf),
    enabled: municipality !== null,
    placeholderData: keepPreviousData,
    // Ten thousand days are not compared one by one only to find that they were loaded anew.
    structuralSharing: false,
  });
  useTitle(t`Deadlines`, municipality?.name);
  if (municipality && query.data) return <Deadlines key={municipality.id} view={query.data} />;
  return (
    <>
      <ScreenHead title={t`Deadlines`} />
      {!municipality ? (
        <NoMunicipality />
      ) : query.isError ? (
        <div className={screen.problem}>
          <ErrorText error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : (
        <Loading />
      )}
    </>
  );
}

function Deadlines({ view }: { view: DeadlinesView }) {
  const { t } = useLingui();
  const { session, writable } = useSession();
  const navigate = useNavigate();
  const { view: asked } = useSearch({ from: "/deadlines" });
  const { view: chosen } = useChoice();
  const { deadlines, shown, from, taking } = useScreen(view);
  const { all, byKey, selected, select, actions } = deadlines;
  const [count, setCount] = useState(0);
  const [adding, setAdding] = useState(false);
  const [calendar, setCalendar] = useState(false);
  const grid = useRef<GridHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const scope = `${session.file.path} ${session.municipality?.id}`;
  useLayoutEffect(() => store.enter(scope), [scope]);
  // An address may say which view; from then on the switch does.
  useLayoutEffect(() => {
    if (!asked) return;
    store.choose({ view: asked });
    void navigate({ to: "/deadlines", search: ({ view: _, ...now }) => now, replace: true });
  }, [asked, navigate]);

  const toList = useCallback((first?: boolean) => {
    if (grid.current) grid.current.focus(first);
    else below.current?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"], [tabindex="0"]')?.focus();
  }, []);
  const asking = actions.dialog !== null;
  const wasAsking = useRef(false);
  // The row a form was asked for on may have been drawn anew, or be gone: then the form gives the keyboard back to nothing.
  useEffect(() => {
    if (wasAsking.current === asking) return;
    wasAsking.current = asking;
    if (asking) return;
    const frame = requestAnimationFrame(() => document.activeElement === document.body && toList());
    return () => cancelAnimationFrame(frame);
  }, [asking, toList]);
  const toSearch = useCallback(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const close = useCallback(() => {
    const back = from.current;
    from.current = null;
    select(null);
    if (back instanceof HTMLElement && back.isConnected) back.focus();
    else toList();
  }, [select, from, toList]);

  const group = t`Deadlines`;
  const item = shown === null ? undefined : byKey.get(shown);
  useAction({
    id: "deadline.new",
    title: t`New deadline`,
    keys: "Ctrl+N",
    group,
    enabled: writable,
    run: () => setAdding(true),
  });
  useAction({ id: "deadlines.search", title: t`Search deadlines`, keys: "Ctrl+F", group, run: toSearch });
  useAction({
    id: "deadlines.list",
    title: t`Show as list`,
    group,
    enabled: chosen !== "list",
    run: () => store.choose({ view: "list" }),
  });
  useAction({
    id: "deadlines.month",
    title: t`Show as month`,
    group,
    enabled: chosen !== "month",
    run: () => store.choose({ view: "month" }),
  });
  useAction({
    id: "deadlines.timeline",
    title: t`Show as timeline`,
    group,
    enabled: chosen !== "timeline",
    run: () => store.choose({ view: "timeline" }),
  });
  useAction({
    id: "deadlines.calendar",
    title: t`Calendar file for Outlook …`,
    group,
    run: () => setCalendar(true),
  });
  useAction({ id: "deadlines.clear", title: t`Clear search and filters`, group, run: () => store.clear() });
  useAction({
    id: "deadlines.close",
    title: t`Close the detail`,
    group,
    enabled: selected !== null,
    run: close,
  });

  const side =
    adding && writable ? (
      <NewDeadline
        onEnd={() => {
          setAdding(false);
          toList();
        }}
      />
    ) : item ? (
      <Detail item={item} taking={taking} onClose={close} />
    ) : null;
  const nothing = <NothingFound />;
  return (
    <DeadlinesContext value={deadlines}>
      <div className={screen.page}>
        <Head
          search={field}
          toList={() => toList(true)}
          onNew={() => setAdding(true)}
          onCalendar={() => setCalendar(true)}
        />
        <Conflicts conflicts={view.conflicts} />
        <div className={screen.body} ref={below}>
          <SplitPane label={t`Width of the detail`} side={side && <Suspense fallback={<Loading />}>{side}</Suspense>}>
            {all.length === 0 ? (
              <div className={screen.empty}>
                <NoneYet />
              </div>
            ) : chosen === "list" ? (
              <DeadlineList ref={grid} onType={toSearch} onSelected={setCount} nothing={nothing} />
            ) : (
              <Suspense fallback={<Loading />}>{chosen === "month" ? <Month /> : <Timeline />}</Suspense>
            )}
          </SplitPane>
        </div>
        <StatusLine selected={count} />
      </div>
      {actions.dialog}
      {calendar && (
        <Suspense>
          <CalendarDialog onClose={() => setCalendar(false)} />
        </Suspense>
      )}
    </DeadlinesContext>
  );
}
