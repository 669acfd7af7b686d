import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import FileText from "lucide-react/icons/file-text";
import Gavel from "lucide-react/icons/gavel";
import Lock from "lucide-react/icons/lock";
import Pencil from "lucide-react/icons/pencil";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useAction } from "../../app/actions";
import { useAsOf } from "../../app/asOf";
import { NoMunicipality, useMunicipality } from "../../app/municipality";
import { useSession } from "../../app/session";
import { useTitle } from "../../app/title";
import { formatDate, useWord } from "../../format";
import { type CaseView, commands } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { ErrorText } from "../../parts/ErrorText";
import { ExportMenu } from "../../parts/export/ExportMenu";
import { Loading } from "../../parts/Loading";
import { Mark } from "../../parts/Mark";
import { ScreenHead } from "../../parts/ScreenHead";
import { Segments } from "../../parts/Segments";
import { useReturn } from "../../parts/standing/useReturn";
import css from "./Case.module.css";
import { CaseHistory } from "./CaseHistory";
import { Conditions } from "./Conditions";
import { Differences } from "./Differences";
import { FollowUps } from "./FollowUps";
import { Points } from "./Points";
import { Readings } from "./Readings";
import { useWay } from "./useWay";

const CaseForm = lazy(() => import("./CaseForm"));
const PaperScreen = lazy(() => import("./paper/PaperScreen"));

/** One case: its paper, and how it is handled: what it asks, who reads it, what was decided, and what is owed afterwards. */
export default function CaseScreen() {
  const { t } = useLingui();
  const municipality = useMunicipality();
  const asOf = useAsOf();
  const { id } = useParams({ strict: false });
  const number = Number(id);
  const query = useQuery({
    queryKey: ["committeeCase", number, asOf],
    queryFn: () => commands.committeeCase(number, asOf),
    enabled: municipality !== null,
    // The same case on another day stays until it is loaded; another case does not.
    placeholderData: (earlier) => (earlier?.committeeCase.id === number ? keepPreviousData(earlier) : undefined),
  });
  useTitle(query.data?.committeeCase.title, t`Committee cases`, municipality?.name);
  if (query.data && !query.isError) return <Case key={number} view={query.data} />;
  return (
    <>
      <ScreenHead title={t`Committee case`} about={<Back />} />
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

function Back() {
  const { t } = useLingui();
  return (
    <Link to="/cases" className={css.back}>
      {t`All cases`}
    </Link>
  );
}

function Case({ view }: { view: CaseView }) {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const word = useWord();
  const [correcting, setCorrecting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const [way, go] = useWay(view);
  const { id, title, kind, caseNumber, closed, recommendedOn, summary } = view.committeeCase;
  useReturn(correcting, () => button.current);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Come here from a form that is gone: the keyboard begins with what the case asks.
    if (document.activeElement === document.body) page.current?.querySelector<HTMLElement>("[data-point]")?.focus();
  }, []);
  const correct = () => setCorrecting(true);
  useAction({
    id: "case.correct",
    title: t`Correct the case`,
    keys: "Ctrl+E",
    group: t`Committee case`,
    run: correct,
    enabled: writable && !correcting,
  });
  const met = view.readings.map(({ reading, shortName }) => ({
    id: reading.id,
    text: [shortName, reading.meetingDate && formatDate(reading.meetingDate, language, "short")]
      .filter(Boolean)
      .join(" "),
  }));
  const day = recommendedOn && formatDate(recommendedOn, language, "short");
  const kindWord = word("case_kind", kind);
  return (
    <>
      <ScreenHead
        title={
          <>
            <DanishText>{title}</DanishText> ({kindWord})
          </>
        }
        about={<Back />}
        tools={
          <>
            <Button
              ref={button}
              icon={<Pencil size={14} aria-hidden />}
              disabled={!writable || correcting}
              title={t`Correct (Ctrl+E)`}
              aria-keyshortcuts="Control+E"
              onClick={correct}
            >
              {t`Correct`}
            </Button>
            <ExportMenu
              papers={[
                { of: { kind: "case", id, form: null, copy: null }, title },
                { of: { kind: "pack", id }, title },
              ]}
            />
          </>
        }
      >
        <Segments
          label={t`Show as`}
          value={way}
          segments={[
            { value: "paper", label: t`Paper`, icon: <FileText size={14} aria-hidden /> },
            { value: "handling", label: t`Handling`, icon: <Gavel size={14} aria-hidden /> },
          ]}
          onChange={go}
        />
        <p className={css.facts}>
          {met.map((one) => (
            <span key={one.id}>{one.text}</span>
          ))}
          {caseNumber && <span>{t`case no. ${caseNumber}`}</span>}
          {day && <span>{t`recommended ${day}`}</span>}
          {closed && (
            <Mark tone="soft" icon={<Lock size={13} aria-hidden />}>
              {t`Closed item`}
            </Mark>
          )}
        </p>
      </ScreenHead>
      <div className={css.page} data-way={way} ref={page}>
        {correcting && (
          <Suspense fallback={<Loading />}>
            <CaseForm view={view} onEnd={() => setCorrecting(false)} />
          </Suspense>
        )}
        {way === "paper" ? (
          <Suspense fallback={<Loading />}>
            <PaperScreen view={view} />
          </Suspense>
        ) : (
          <div className={css.columns}>
            <div className={css.main}>
              {summary && !correcting && (
                <p className={css.summary}>
                  <DanishText>{summary}</DanishText>
                </p>
              )}
              <Points view={view} />
              <Readings view={view} />
            </div>
            <div className={css.aside}>
              <Conditions view={view} />
              <FollowUps view={view} />
              <Differences view={view} />
              <CaseHistory history={view.history} />
            </div>
          </div>
        )}
      </div>
    </>
  );
}
