import { useLingui } from "@lingui/react/macro";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useAsOf } from "../../app/asOf";
import { useMunicipality } from "../../app/municipality";
import { useOffice } from "../../app/office";
import { useOverview } from "../../app/overview";
import { usePainted } from "../../app/painted";
import { useSession } from "../../app/session";
import { useTitle } from "../../app/title";
import { formatDate } from "../../format";
import type { Committee, OverviewView } from "../../ipc";
import { DanishText } from "../../parts/DanishText";
import { ErrorText } from "../../parts/ErrorText";
import { ExportButton } from "../../parts/export/ExportButton";
import { Loading } from "../../parts/Loading";
import { OptionalSelect } from "../../parts/OptionalSelect";
import { ScreenHead } from "../../parts/ScreenHead";
import { AttentionList } from "./AttentionList";
import { Deadlines } from "./Deadlines";
import { Decisions } from "./Decisions";
import { Figures } from "./Figures";
import { FirstSteps } from "./FirstSteps";
import { HitRates } from "./HitRates";
import css from "./Overview.module.css";
import { OwnFinancing } from "./OwnFinancing";
import { Pipeline } from "./Pipeline";
import { isEmpty } from "./shown";

/** The manager's page: what needs action, where everything stands, what was answered and decided, and what is near. */
export default function OverviewScreen() {
  const { t } = useLingui();
  const municipality = useMunicipality();
  const { data: office } = useOffice();
  const { committee: asked } = useSearch({ from: "/overview" });
  const committee = office?.committees.find((one) => one.id === asked) ?? null;
  const { data, error, refetch } = useOverview(committee?.id ?? null);
  useTitle(t`Overview`, municipality?.name);
  usePainted(data !== undefined || municipality === null);
  useSeen(data !== undefined);
  const head = (
    <ScreenHead
      title={t`Overview`}
      about={<DanishText>{committee?.name ?? municipality?.name}</DanishText>}
      dated={municipality !== null}
      tools={
        <>
          {office && office.committees.length > 0 && <CommitteeFilter all={office.committees} chosen={committee} />}
          {municipality && data && <ExportButton of={{ kind: "pipeline", committee_id: committee?.id ?? null }} />}
        </>
      }
    />
  );
  return (
    <>
      {head}
      {municipality === null ? (
        <FirstSteps />
      ) : error ? (
        <div className={css.problem}>
          <ErrorText error={error} retry={() => void refetch()} />
        </div>
      ) : !data ? (
        <Loading />
      ) : isEmpty(data) && committee === null ? (
        <FirstSteps />
      ) : (
        <Page view={data} committeeId={committee?.id ?? null} />
      )}
    </>
  );
}

function CommitteeFilter({ all, chosen }: { all: readonly Committee[]; chosen: Committee | null }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <OptionalSelect
      label={t`Committee`}
      none={t`All`}
      value={chosen && String(chosen.id)}
      options={all.map((one) => ({ value: String(one.id), label: one.shortName, more: one.name }))}
      onChange={(id) => void navigate({ to: "/overview", search: id ? { committee: Number(id) } : {}, replace: true })}
    />
  );
}

/** Keeps, as the screen is left, the day it was looked at: the next time it tells what was decided since. */
function useSeen(loaded: boolean) {
  const { setPreferences, session } = useSession();
  const asOf = useAsOf();
  const newest = useRef(false);
  newest.current = loaded && asOf === null && !session.example;
  useEffect(
    () => () => {
      if (!newest.current) return;
      const now = new Date();
      const two = (value: number) => String(value).padStart(2, "0");
      setPreferences({ overviewSeen: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` });
    },
    [setPreferences],
  );
}

function Page({ view, committeeId }: { view: OverviewView; committeeId: number | null }) {
  const { t } = useLingui();
  const { language } = useSession();
  const day = formatDate(view.asOf, language, "long");
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keys */}
      <section className={css.page} aria-label={t`Overview`} tabIndex={0}>
        <Figures view={view} />
        <div className={css.columns}>
          <div className={css.column}>
            <AttentionList attention={view.attention} />
            <Deadlines deadlines={view.deadlines} />
          </div>
          <div className={css.column}>
            <Pipeline view={view} />
            <OwnFinancing committeeId={committeeId} />
            <HitRates view={view} />
            <Decisions decisions={view.decisions} />
          </div>
        </div>
      </section>
      <p className={css.hint}>
        <span>{t`As of ${day}`}</span>
        <span>{t`Click a figure to see what it is made of`}</span>
      </p>
    </>
  );
}
