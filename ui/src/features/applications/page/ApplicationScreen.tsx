import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useAsOf } from "../../../app/asOf";
import { NoMunicipality, useChooseMunicipality, useMunicipality } from "../../../app/municipality";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { useTitle } from "../../../app/title";
import { commands } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { EmptyState } from "../../../parts/EmptyState";
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
  // The municipality may be changed while the page is open, and an address may be anyone's.
  const foreign = query.data && municipality && query.data.application.municipalityId !== municipality.id;
  if (query.data && !query.isError && !foreign) return <Page key={number} view={query.data} />;
  return (
    <>
      <ScreenHead
        title={t`Application`}
        about={<Link className={css.back} to="/applications">{t`All applications`}</Link>}
      />
      {municipality === null ? (
        <NoMunicipality />
      ) : foreign ? (
        <Foreign municipalityId={query.data.application.municipalityId} />
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

/** The application is another municipality's: nothing of it is shown until that one is chosen. */
function Foreign({ municipalityId }: { municipalityId: number }) {
  const { t } = useLingui();
  const notify = useNotify();
  const { session } = useSession();
  const choose = useChooseMunicipality();
  const owner = session.municipalities.find(({ id }) => id === municipalityId);
  const name = owner?.name ?? "";
  return (
    <EmptyState
      title={t`The application belongs to another municipality.`}
      action={
        owner && (
          <Button
            onClick={() =>
              choose(owner.code).catch((error: unknown) =>
                notify({ tone: "bad", text: <ErrorText error={error} bare /> }),
              )
            }
          >
            {t`Change to ${name}`}
          </Button>
        )
      }
    >
      {t`Every screen shows one municipality at a time.`}
    </EmptyState>
  );
}
