import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMatchRoute, useNavigate } from "@tanstack/react-router";
import Plus from "lucide-react/icons/plus";
import { lazy, Suspense, useDeferredValue, useMemo, useRef, useState } from "react";
import { useAction } from "../../app/actions";
import { useAsOf } from "../../app/asOf";
import { NoMunicipality, useMunicipality } from "../../app/municipality";
import { useSession } from "../../app/session";
import { useTitle } from "../../app/title";
import { needles } from "../../fold";
import { type CasesView, commands } from "../../ipc";
import { Button } from "../../parts/Button";
import { EmptyState } from "../../parts/EmptyState";
import { ErrorText } from "../../parts/ErrorText";
import { Loading } from "../../parts/Loading";
import { OptionalSelect } from "../../parts/OptionalSelect";
import { ScreenHead } from "../../parts/ScreenHead";
import { SearchField } from "../../parts/SearchField";
import { SplitPane } from "../../parts/SplitPane";
import { useReturn } from "../../parts/standing/useReturn";
import { ToggleChip } from "../../parts/ToggleChip";
import css from "./Cases.module.css";
import { CasesExport } from "./CasesExport";
import { CasesTable } from "./CasesTable";
import { byMeeting, committeesOf, type Filter, filtered, noFilter } from "./shown";
import { ViewLinks } from "./ViewLinks";

const StartForm = lazy(() => import("./StartForm"));

/** What is put to the committees, meeting by meeting, and what is still owed them. */
export default function CasesScreen() {
  const { t } = useLingui();
  const municipality = useMunicipality();
  const asOf = useAsOf();
  const query = useQuery({
    queryKey: ["cases", asOf],
    queryFn: () => commands.cases(asOf),
    enabled: municipality !== null,
    placeholderData: keepPreviousData,
  });
  useTitle(t`Committee cases`, municipality?.name);
  if (municipality !== null && query.data && !query.isError) return <Cases view={query.data} />;
  return (
    <>
      <ScreenHead title={t`Committee cases`} />
      {municipality === null ? (
        <NoMunicipality />
      ) : query.isError ? (
        <div className={css.problem}>
          <ErrorText error={query.error} retry={() => query.refetch()} />
        </div>
      ) : (
        <Loading />
      )}
    </>
  );
}

// Outlives the screen: who comes back from a case finds the list as it was left.
const left: { words: string; filter: Filter } = { words: "", filter: noFilter };

function Cases({ view }: { view: CasesView }) {
  const { t } = useLingui();
  const { writable } = useSession();
  const navigate = useNavigate();
  const starting = Boolean(useMatchRoute()({ to: "/cases/new" }));
  const [words, setWords] = useState(left.words);
  const [filter, setFilter] = useState(left.filter);
  Object.assign(left, { words, filter });
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const sought = useDeferredValue(words);
  const found = useMemo(() => filtered(view.cases, needles(sought), filter), [view, sought, filter]);
  const meetings = useMemo(() => byMeeting(found), [found]);
  const committees = useMemo(() => committeesOf(view.cases), [view]);
  const all = view.cases.length;
  const count = found.length;
  const start = () => void navigate({ to: "/cases/new" });
  useAction({
    id: "cases.search",
    title: t`Search the cases`,
    keys: "Ctrl+F",
    group: t`Committee cases`,
    run: () => field.current?.focus(),
  });
  useAction({
    id: "case.new",
    title: t`New case`,
    keys: "Ctrl+N",
    group: t`Committee cases`,
    run: start,
    enabled: writable,
  });
  const clear = () => {
    setWords("");
    setFilter(noFilter);
    field.current?.focus();
  };
  const close = () => void navigate({ to: "/cases" });
  useReturn(starting, () => list.current?.querySelector<HTMLElement>('a[tabindex="0"], button'));
  const newCase = (primary: boolean) => (
    <Button
      tone={primary ? "primary" : "plain"}
      icon={<Plus size={15} aria-hidden />}
      disabled={!writable}
      title={t`New case (Ctrl+N)`}
      aria-keyshortcuts="Control+N"
      onClick={start}
    >
      {t`New case`}
    </Button>
  );
  return (
    <>
      <ScreenHead
        title={t`Committee cases`}
        about={plural(all, { one: "# case", other: "# cases" })}
        tools={
          <>
            {all > 0 && <CasesExport committeeId={null} />}
            {newCase(false)}
          </>
        }
      >
        <ViewLinks />
        <div className={css.search}>
          <SearchField ref={field} label={t`Search title and case number …`} value={words} onChange={setWords} />
        </div>
        {committees.length > 1 && (
          <OptionalSelect
            label={t`Committee`}
            value={filter.committee}
            options={committees.map((value) => ({ value, label: value }))}
            none={t({ message: "All", context: "committees" })}
            onChange={(committee) => setFilter({ ...filter, committee })}
          />
        )}
        <ToggleChip pressed={filter.followUps} removable onChange={(followUps) => setFilter({ ...filter, followUps })}>
          {t`Open follow-ups`}
        </ToggleChip>
        <ToggleChip
          pressed={filter.conditions}
          removable
          onChange={(conditions) => setFilter({ ...filter, conditions })}
        >
          {t`Conditions not answered`}
        </ToggleChip>
        <p className={css.count} role="status">
          {t`${count} of ${all}`}
        </p>
      </ScreenHead>
      <SplitPane
        label={t`Width of the detail`}
        side={
          starting && (
            <Suspense fallback={<Loading />}>
              <StartForm onEnd={close} />
            </Suspense>
          )
        }
      >
        <div ref={list} className={css.list}>
          {all === 0 ? (
            <EmptyState title={t`No committee cases yet`} action={newCase(true)}>
              {t`A case holds the recommendation in numbered points, what the committee decided on each, and what it was promised. Begin one here, or from the pools it is about.`}
            </EmptyState>
          ) : count === 0 ? (
            <EmptyState
              title={t`No case matches`}
              action={<Button onClick={clear}>{t`Clear search and filters`}</Button>}
            >
              {t`All words of the search must be found, and a case must match every filter.`}
            </EmptyState>
          ) : (
            <CasesTable meetings={meetings} />
          )}
        </div>
      </SplitPane>
    </>
  );
}
