import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useAction } from "../../app/actions";
import { useChosenAgreement } from "../../app/agreement";
import { useAsOf } from "../../app/asOf";
import { ScreenProblem } from "../../app/ScreenProblem";
import { useSession } from "../../app/session";
import { useTitle } from "../../app/title";
import type { GridHandle } from "../../grid/types";
import { commands } from "../../ipc";
import { Loading } from "../../parts/Loading";
import { SplitPane } from "../../parts/SplitPane";
import { Head } from "./Head";
import css from "./initiatives.module.css";
import { Notices } from "./Notices";
import { RegisterGrid } from "./RegisterGrid";
import { rowsOf } from "./rows";
import { StatusLine } from "./StatusLine";
import { everything, store, useRegister } from "./store";

const InitiativeDetail = lazy(() => import("./detail/InitiativeDetail"));

/** The register: every initiative of an agreement, year by year, and one of them beside it. */
export default function InitiativesScreen() {
  const { t } = useLingui();
  const { language } = useSession();
  const navigate = useNavigate();
  const { number } = useParams({ strict: false });
  const agreementId = useChosenAgreement();
  const asOf = useAsOf();
  const priceLevel = useRegister((state) => state.scope.priceLevel);
  // Not what is shown of them: a keystroke draws the list again, not the screen around it.
  const here = useRegister((state) => state.shown?.rows);
  const query = useQuery({
    queryKey: ["register", agreementId, priceLevel, asOf],
    queryFn: () => commands.register(agreementId, priceLevel, asOf),
    // A hundred thousand rows are not compared one by one only to find that they were loaded anew.
    structuralSharing: false,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => query.data && rowsOf(query.data), [query.data]);
  useLayoutEffect(() => {
    if (rows) store.load(rows, language);
  }, [rows, language]);

  const grid = useRef<GridHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const [selected, setSelected] = useState(0);
  const list = here?.register.initiatives;
  const open = useMemo(() => {
    const at = list?.findIndex((row) => String(row.number) === number) ?? -1;
    return at >= 0 ? at : null;
  }, [list, number]);
  // The list moves at once; the detail follows when there is time.
  const detail = useDeferredValue(open);
  const detailed = detail === null ? undefined : list?.[detail];
  const agreement = here?.register.agreement;
  useTitle(
    number && open !== null ? `${number}` : null,
    t`Initiatives`,
    agreement?.title[language] || agreement?.title.da,
  );

  const onOpen = useCallback(
    (row: number) => {
      const next = store.get().shown?.rows.register.initiatives[row];
      if (next)
        navigate({ to: "/initiatives/$number", params: { number: String(next.number) }, replace: open !== null });
    },
    [navigate, open],
  );
  const onClose = useCallback(() => {
    navigate({ to: "/initiatives" });
    if (open !== null) grid.current?.goTo(open);
  }, [navigate, open]);
  const onType = useCallback((character: string) => {
    search.current?.focus();
    if (character) store.choose({ search: store.get().choice.search + character });
  }, []);
  const toGrid = useCallback((first: boolean) => grid.current?.focus(first), []);
  const inGrid = useCallback(() => {
    if (open !== null) onClose();
  }, [open, onClose]);

  useAction({
    id: "register.search",
    title: t`Search the initiatives`,
    keys: "Ctrl+F",
    group: t`Initiatives`,
    run: () => {
      search.current?.focus();
      search.current?.select();
    },
  });
  useAction({
    id: "register.clear",
    title: t`Clear search and filters`,
    group: t`Initiatives`,
    run: () => store.choose({ search: everything.search, facets: everything.facets }),
  });
  useAction({
    id: "register.close",
    title: t`Close the detail`,
    group: t`Initiatives`,
    enabled: open !== null,
    run: onClose,
  });

  if (!here) return query.error ? <ScreenProblem error={query.error} reset={() => query.refetch()} /> : <Loading />;
  const side = detailed && (
    <Suspense fallback={<Loading />}>
      <InitiativeDetail row={detailed} register={here.register} asOf={asOf} onClose={onClose} />
    </Suspense>
  );
  return (
    <div className={css.page}>
      <Head rows={here} search={search} toGrid={toGrid} />
      <Notices rows={here} error={query.error} />
      <div className={css.body}>
        <SplitPane label={t`Width of the detail`} side={side ?? null}>
          <RegisterGrid
            ref={grid}
            open={open}
            onOpen={onOpen}
            onClose={inGrid}
            onType={onType}
            onSelected={setSelected}
          />
        </SplitPane>
      </div>
      <StatusLine selected={selected} />
    </div>
  );
}
