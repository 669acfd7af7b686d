import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useAction } from "../../app/actions";
import { useChosenAgreement } from "../../app/agreement";
import { useSession } from "../../app/session";
import { useTitle } from "../../app/title";
import { needles } from "../../fold";
import { commands, type FinancingView, type RegisterView } from "../../ipc";
import { Button } from "../../parts/Button";
import { LocalText } from "../../parts/DanishText";
import { EmptyState } from "../../parts/EmptyState";
import { ErrorText } from "../../parts/ErrorText";
import { Loading } from "../../parts/Loading";
import { ScreenHead } from "../../parts/ScreenHead";
import { SearchField } from "../../parts/SearchField";
import { AppropriationsTable } from "./AppropriationsTable";
import css from "./Financing.module.css";
import { SavingsTable } from "./SavingsTable";
import { matching } from "./shown";

/** Where the agreement takes money it hands out again: its tables 2 and 3. */
export default function FinancingScreen() {
  const { t } = useLingui();
  const { language } = useSession();
  const chosen = useChosenAgreement();
  const register = useQuery({
    queryKey: ["register", chosen, null, null],
    queryFn: () => commands.register(chosen, null, null),
  });
  const agreement = register.data?.agreement;
  const query = useQuery({
    queryKey: ["financing", agreement?.id],
    queryFn: () => commands.financing(agreement?.id ?? 0),
    enabled: agreement !== undefined,
  });
  useTitle(t`Financing`, agreement?.title[language] || agreement?.title.da);
  const failed = register.isError ? register : query.isError ? query : null;
  if (failed)
    return (
      <>
        <ScreenHead title={t`Financing`} dated={false} />
        <div className={css.tables}>
          <ErrorText error={failed.error} retry={() => failed.refetch()} />
        </div>
      </>
    );
  if (!query.data || !agreement)
    return (
      <>
        <ScreenHead title={t`Financing`} dated={false} />
        <Loading />
      </>
    );
  return <Financing view={query.data} agreement={agreement} />;
}

function Financing({ view, agreement }: { view: FinancingView; agreement: RegisterView["agreement"] }) {
  const { t } = useLingui();
  const [query, setQuery] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const words = useMemo(() => needles(query), [query]);
  const wanted = useDeferredValue(words);
  const appropriations = useMemo(() => matching(view.appropriations, wanted), [view, wanted]);
  const savings = useMemo(() => matching(view.savings, wanted), [view, wanted]);
  const all = view.appropriations.length + view.savings.length;
  const count = appropriations.length + savings.length;
  useAction({
    id: "financing.search",
    title: t`Search the financing`,
    keys: "Ctrl+F",
    group: t`Financing`,
    run: () => field.current?.focus(),
  });
  return (
    <>
      <ScreenHead title={t`Financing`} about={<LocalText text={agreement.title} />} dated={false}>
        <div className={css.search}>
          <SearchField ref={field} label={t`Search account or title …`} value={query} onChange={setQuery} />
        </div>
        <p className={css.count} role="status">
          {t`${count} of ${all}`}
        </p>
      </ScreenHead>
      {all === 0 ? (
        <EmptyState title={t`No financing is recorded`}>
          {t`This agreement has no table of the money it puts to other use.`}
        </EmptyState>
      ) : count === 0 ? (
        <EmptyState
          title={t`No row matches`}
          action={<Button onClick={() => setQuery("")}>{t`Clear the search`}</Button>}
        >
          {t`The search looks in account and title. All its words must be in the same row.`}
        </EmptyState>
      ) : (
        <div className={css.tables}>
          {appropriations.length > 0 && <AppropriationsTable view={view} rows={appropriations} />}
          {savings.length > 0 && <SavingsTable view={view} rows={savings} />}
        </div>
      )}
    </>
  );
}
