import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import Plus from "lucide-react/icons/plus";
import { lazy, Suspense, useRef, useState } from "react";
import { useAction } from "../../app/actions";
import { useChosenAgreement } from "../../app/agreement";
import { useAsOf } from "../../app/asOf";
import { useSession } from "../../app/session";
import { useTitle } from "../../app/title";
import { commands, type PoolsView, type RegisterView } from "../../ipc";
import { Button } from "../../parts/Button";
import { EmptyState } from "../../parts/EmptyState";
import { ErrorText } from "../../parts/ErrorText";
import { Loading } from "../../parts/Loading";
import { SavedViews } from "../../parts/SavedViews";
import { ScreenHead } from "../../parts/ScreenHead";
import { SearchField } from "../../parts/SearchField";
import { SplitPane } from "../../parts/SplitPane";
import { AppendixExport } from "./AppendixExport";
import { read, written } from "./definition";
import { Filters } from "./Filters";
import { PoolDetail } from "./PoolDetail";
import css from "./Pools.module.css";
import { PoolsTable } from "./PoolsTable";
import { noFacets } from "./shown";
import { useShown } from "./useShown";

const PoolForm = lazy(() => import("./PoolForm"));

/** Every pool of the agreement and of none, each with its own amount, its call and where we stand with it. */
export default function PoolsScreen() {
  const { t } = useLingui();
  const { language } = useSession();
  const chosen = useChosenAgreement();
  const asOf = useAsOf();
  const register = useQuery({
    queryKey: ["register", chosen, null, asOf],
    queryFn: () => commands.register(chosen, null, asOf),
    placeholderData: keepPreviousData,
  });
  const agreement = register.data?.agreement;
  const query = useQuery({
    queryKey: ["pools", agreement?.id, asOf],
    queryFn: () => commands.pools(agreement?.id ?? 0, asOf),
    enabled: agreement !== undefined,
    placeholderData: keepPreviousData,
  });
  useTitle(t`Pools`, agreement?.title[language] || agreement?.title.da);
  const failed = register.isError ? register : query.isError ? query : null;
  if (query.data && register.data && !failed) return <Pools view={query.data} register={register.data} />;
  return (
    <>
      <ScreenHead title={t`Pools`} />
      {failed ? (
        <div className={css.problem}>
          <ErrorText error={failed.error} retry={() => failed.refetch()} />
        </div>
      ) : (
        <Loading />
      )}
    </>
  );
}

function Pools({ view, register }: { view: PoolsView; register: RegisterView }) {
  const { t } = useLingui();
  const { session, writable } = useSession();
  const { key } = useParams({ strict: false });
  const navigate = useNavigate();
  const { query, setQuery, facets, setFacets, sort, setSort, lines, shown, clear, showView } = useShown(view);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const open = adding ? null : (view.pools.find((pool) => pool.key === key) ?? null);
  const ours = session.municipality !== null;
  const count = shown.length;
  const all = lines.length;
  // Only what is shown can be put to a committee: nothing is taken along unseen.
  const chosen = shown.filter(({ pool }) => selected.has(pool.id)).map(({ pool }) => pool.id);
  const picked = chosen.length;
  const recommend = () => void navigate({ to: "/cases/new", search: { pools: chosen.join(",") } });
  const add = () => setAdding(true);
  useAction({
    id: "pools.search",
    title: t`Search the pools`,
    keys: "Ctrl+F",
    group: t`Pools`,
    run: () => field.current?.focus(),
  });
  useAction({ id: "pool.new", title: t`New pool`, keys: "Ctrl+N", group: t`Pools`, run: add, enabled: writable });
  useAction({
    id: "pools.recommend",
    title: t`Put the selected pools to a committee`,
    keys: "Alt+I",
    group: t`Pools`,
    run: recommend,
    enabled: writable && picked > 0,
  });

  const toList = () => list.current?.querySelector<HTMLElement>('a[data-pool][tabindex="0"]')?.focus();
  const show = (next: string, replace: boolean) => navigate({ to: "/pools/$key", params: { key: next }, replace });
  const close = () => {
    setAdding(false);
    if (key !== undefined) navigate({ to: "/pools" });
    toList();
  };
  const clearAll = () => {
    clear();
    // The button that was pressed goes away with what it cleared.
    field.current?.focus();
  };
  const side = adding ? (
    <Suspense fallback={<Loading />}>
      <PoolForm
        pool={null}
        register={register}
        onEnd={(saved) => {
          setAdding(false);
          setMade(saved?.key ?? null);
          if (saved) void show(saved.key, false);
          else toList();
        }}
      />
    </Suspense>
  ) : (
    open && (
      <PoolDetail
        key={open.id}
        pool={open}
        pools={view}
        register={register}
        onClose={close}
        onShowAll={shown.some(({ pool }) => pool.id === open.id) ? null : clearAll}
        selecting={picked > 0}
        takeFocus={open.key === made}
      />
    )
  );
  return (
    <>
      <ScreenHead
        title={t`Pools`}
        about={<span role="status">{t`${count} of ${all}`}</span>}
        tools={
          <>
            <SavedViews
              screen="pools"
              everything={{ label: t`All pools`, show: () => showView({ query: "", facets: noFacets, sort }) }}
              keeps={t`Keeps filters, search and order.`}
              definition={() => written({ query, facets, sort })}
              show={(definition) => {
                const wanted = read(definition);
                if (wanted) showView(wanted);
                return wanted !== null;
              }}
            />
            {ours && <AppendixExport pools={chosen} />}
            <Button
              icon={<Plus size={15} aria-hidden />}
              disabled={!writable}
              title={t`New pool (Ctrl+N)`}
              aria-keyshortcuts="Control+N"
              onClick={add}
            >
              {t`New pool`}
            </Button>
          </>
        }
      >
        <div className={css.search}>
          <SearchField ref={field} label={t`Search title, account, authority …`} value={query} onChange={setQuery} />
        </div>
        <Filters lines={lines} facets={facets} onChange={setFacets} ours={ours} />
      </ScreenHead>
      <SplitPane label={t`Width of the detail`} side={side}>
        <div ref={list} className={css.list}>
          {all === 0 ? (
            <EmptyState title={t`No pools yet`}>
              {t`When a pool is recorded under an initiative, or as one of your own, it stands here with its call and deadline.`}
            </EmptyState>
          ) : count === 0 ? (
            <EmptyState
              title={t`No pool matches`}
              action={<Button onClick={clearAll}>{t`Clear search and filters`}</Button>}
            >
              {t`All words of the search must be found, and a pool must match every filter.`}
            </EmptyState>
          ) : (
            <PoolsTable
              lines={shown}
              sort={sort}
              onSort={setSort}
              openKey={open?.key ?? null}
              onShow={show}
              selected={selected}
              onSelect={setSelected}
              ours={ours}
            />
          )}
        </div>
        {picked > 0 && (
          <div className={css.picked}>
            <p role="status">{t`${picked} selected`}</p>
            <Button
              tone="primary"
              disabled={!writable}
              title={t`Put the selected to a committee (Alt+I)`}
              aria-keyshortcuts="Alt+I"
              onClick={recommend}
            >
              {t`Put the selected to a committee`}
            </Button>
            <Button onClick={() => setSelected(new Set())}>{t`Clear the selection`}</Button>
          </div>
        )}
      </SplitPane>
    </>
  );
}
