import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useAsOf } from "../../../app/asOf";
import { NoMunicipality, useMunicipality } from "../../../app/municipality";
import { useTitle } from "../../../app/title";
import { commands } from "../../../ipc";
import { ErrorText } from "../../../parts/ErrorText";
import { Loading } from "../../../parts/Loading";
import { ScreenHead } from "../../../parts/ScreenHead";
import { Page } from "./Page";
import css from "./Page.module.css";

/** One application: where it is, what stands in its way, and all that belongs to it. */
export default function ApplicationScreen() {
  const { t } = useLingui();
  const municipality = useMunicipality();
  const asOf = useAsOf();
  const { id } = useParams({ strict: false });
  const number = Number(id);
  const query = useQuery({
    queryKey: ["application", number, asOf],
    queryFn: () => commands.application(number, asOf),
    enabled: municipality !== null,
    // The same application on another day stays until it is loaded; another one does not.
    placeholderData: (earlier) => (earlier?.application.id === number ? keepPreviousData(earlier) : undefined),
  });
  useTitle(query.data?.application.title, t`Applications`, municipality?.name);
  if (query.data && !query.isError) return <Page key={number} view={query.data} />;
  return (
    <>
      <ScreenHead
        title={t`Application`}
        about={<Link className={css.back} to="/applications">{t`All applications`}</Link>}
      />
      {municipality === null ? (
        <NoMunicipality />
      ) : query.isError ? (
        <div className={css.problem}>
          <ErrorText error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : (
        <Loading />
      )}
    </>
  );
}
