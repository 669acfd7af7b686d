import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useAsOf } from "../../app/asOf";
import { NoMunicipality, useMunicipality } from "../../app/municipality";
import { useSession } from "../../app/session";
import { useTitle } from "../../app/title";
import { formatDate } from "../../format";
import { commands, type ExposureView } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { EmptyState } from "../../parts/EmptyState";
import { ErrorText } from "../../parts/ErrorText";
import { Loading } from "../../parts/Loading";
import { ScreenHead } from "../../parts/ScreenHead";
import { Chart } from "./Chart";
import css from "./Economy.module.css";
import { Ends } from "./Ends";
import { useFilter } from "./filter";
import { Head } from "./Head";
import { Missing } from "./Missing";
import { Notices } from "./Notices";
import { Spread } from "./Spread";
import { YearsTable } from "./YearsTable";

/** What the municipality has promised of its own, and been promised, by year; and what ends when. */
export default function EconomyScreen() {
  const { t } = useLingui();
  const municipality = useMunicipality();
  const asOf = useAsOf();
  const { filter } = useFilter();
  const { data, error, refetch } = useQuery({
    queryKey: ["exposure", filter, asOf],
    queryFn: () => commands.exposure(filter, asOf),
    enabled: municipality !== null,
    placeholderData: keepPreviousData,
  });
  useTitle(t`Economy`, municipality?.name);
  if (municipality && data && !error) return <Economy view={data} />;
  return (
    <>
      <ScreenHead title={t`Economy`} dated={municipality !== null} />
      {!municipality ? (
        <NoMunicipality />
      ) : error ? (
        <div className={css.problem}>
          <ErrorText error={error} retry={() => void refetch()} />
        </div>
      ) : (
        <Loading />
      )}
    </>
  );
}

function Economy({ view }: { view: ExposureView }) {
  const { t } = useLingui();
  const municipality = useMunicipality();
  const { clear, narrowed } = useFilter();
  const navigate = useNavigate();
  const { language } = useSession();
  const { applications, withoutBudget, ends } = view;
  const day = formatDate(view.asOf, language, "long");
  const none = applications + withoutBudget.length + ends.length === 0;
  return (
    <>
      <Head view={view} about={<DanishText>{municipality?.name}</DanishText>} />
      {none && narrowed ? (
        <EmptyState
          title={t`No application matches`}
          action={<Button onClick={clear}>{t`Show all committees and departments`}</Button>}
        >
          {t`No application of this committee and department is live, has a budget or ends soon.`}
        </EmptyState>
      ) : none ? (
        <EmptyState
          title={t`Nothing is promised yet`}
          action={
            <Button
              tone="primary"
              onClick={() => void navigate({ to: "/applications" })}
            >{t`Open applications`}</Button>
          }
        >
          {t`Here you will see what is granted and applied for, and what the municipality itself has promised in money and hours, for each budget year, committee and department; and what ends when. It fills itself from the budgets of the applications: open an application and type its budget.`}
        </EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keys
        <section className={css.page} aria-label={t`Economy`} tabIndex={0}>
          <Notices view={view} />
          {applications > 0 ? (
            <div className={css.years}>
              <YearsTable view={view} />
              <Chart view={view} />
            </div>
          ) : (
            <p className={css.teach}>
              {t`No application has a budget with amounts yet. Open one of those below and type them: what is granted and promised then stands here by year, committee and department.`}
            </p>
          )}
          <Ends view={view} />
          <Missing view={view} />
          {applications > 0 && <Spread view={view} />}
        </section>
      )}
      {applications > 0 && (
        <p className={css.hint}>
          <span>{t`As of ${day}`}</span>
          <span>{t`Click a figure to see what it is made of`}</span>
        </p>
      )}
    </>
  );
}
