import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useAction } from "../../app/actions";
import { useChosenAgreement } from "../../app/agreement";
import { useSession } from "../../app/session";
import { useTitle } from "../../app/title";
import { needles } from "../../fold";
import { formatDate } from "../../format";
import { commands, type PoolsView, type RegisterView } from "../../ipc";
import { Button } from "../../parts/Button";
import { EmptyState } from "../../parts/EmptyState";
import { ErrorText } from "../../parts/ErrorText";
import { Loading } from "../../parts/Loading";
import { ScreenHead } from "../../parts/ScreenHead";
import { SearchField } from "../../parts/SearchField";
import { SplitPane } from "../../parts/SplitPane";
import { FacetChips } from "./FacetChips";
import { PoolDetail } from "./PoolDetail";
import css from "./Pools.module.css";
import { PoolsTable } from "./PoolsTable";
import { facetOrder, filtered, linesOf, noFacets, type Sort, sorted } from "./shown";

/** Every pool of the agreement, also the one of no numbered initiative, each with its own amount and its call. */
export default function PoolsScreen() {
  const { t } = useLingui();
  const { language } = useSession();
  const chosen = useChosenAgreement();
  const register = useQuery({
    queryKey: ["register", chosen, null, null],
    queryFn: () => commands.register(chosen, null, null),
  });
  const agreement = register.data?.agreement;
  const query = useQuery({
    queryKey: ["pools", agreement?.id, null],
    queryFn: () => commands.pools(agreement?.id ?? 0, null),
    enabled: agreement !== undefined,
  });
  useTitle(t`Pools`, agreement?.title[language] || agreement?.title.da);
  const failed = register.isError ? register : query.isError ? query : null;
  if (query.data && register.data) return <Pools view={query.data} register={register.data} />;
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
  const { language } = useSession();
  const { key } = useParams({ strict: false });
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [facets, setFacets] = useState(noFacets);
  const [sort, setSort] = useState<Sort>({ key: "number", down: false });
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const words = useDeferredValue(useMemo(() => needles(query), [query]));
  const lines = useMemo(() => linesOf(view.pools), [view]);
  const shown = useMemo(() => sorted(filtered(lines, words, facets), sort), [lines, words, facets, sort]);
  const open = view.pools.find((pool) => pool.key === key) ?? null;
  const day = formatDate(view.asOf, language, "long");
  const count = shown.length;
  const all = lines.length;
  useAction({
    id: "pools.search",
    title: t`Search the pools`,
    keys: "Ctrl+F",
    group: t`Pools`,
    run: () => field.current?.focus(),
  });

  const show = (chosen: string, replace: boolean) => navigate({ to: "/pools/$key", params: { key: chosen }, replace });
  const close = () => {
    navigate({ to: "/pools" });
    list.current?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus();
  };
  const clear = () => {
    setQuery("");
    setFacets(noFacets);
    // The button that was pressed goes away with what it cleared.
    field.current?.focus();
  };
  return (
    <>
      <ScreenHead title={t`Pools`} about={t`${all} pools · calls as of ${day}`}>
        <div className={css.search}>
          <SearchField ref={field} label={t`Search title, account, authority …`} value={query} onChange={setQuery} />
        </div>
        <FacetChips
          group="can_apply"
          label={t`Municipality can apply`}
          order={facetOrder.canApply}
          lines={lines}
          of={(pool) => pool.canApply}
          chosen={facets.canApply}
          onChange={(canApply) => setFacets({ ...facets, canApply })}
        />
        <FacetChips
          group="call_state"
          label={t`Call`}
          order={facetOrder.callState}
          lines={lines}
          of={(pool) => pool.callState}
          chosen={facets.callState}
          onChange={(callState) => setFacets({ ...facets, callState })}
        />
        <p className={css.count} role="status">
          {t`${count} of ${all}`}
        </p>
      </ScreenHead>
      <SplitPane
        label={t`Width of the detail`}
        side={
          open && (
            <PoolDetail
              key={open.id}
              pool={open}
              register={register}
              onClose={close}
              onShowAll={shown.some(({ pool }) => pool.id === open.id) ? null : clear}
            />
          )
        }
      >
        <div ref={list} className={css.list}>
          {all === 0 ? (
            <EmptyState title={t`The agreement has no pools`}>
              {t`When a pool is recorded under an initiative, it stands here with its call and deadline.`}
            </EmptyState>
          ) : count === 0 ? (
            <EmptyState
              title={t`No pool matches`}
              action={<Button onClick={clear}>{t`Clear search and filters`}</Button>}
            >
              {t`All words of the search must be found, and a pool must match both filters.`}
            </EmptyState>
          ) : (
            <PoolsTable lines={shown} sort={sort} onSort={setSort} openKey={key ?? null} onShow={show} />
          )}
        </div>
      </SplitPane>
    </>
  );
}
