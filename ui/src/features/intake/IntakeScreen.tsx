import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { NoMunicipality, useMunicipality } from "../../app/municipality";
import { useSession } from "../../app/session";
import { useTitle } from "../../app/title";
import { formatNumber, useWord } from "../../format";
import { commands, type IntakeAction, type IntakeDone, type IntakePlan, type IntakePreview } from "../../ipc";
import { EmptyState } from "../../parts/EmptyState";
import { Loading } from "../../parts/Loading";
import { ScreenHead } from "../../parts/ScreenHead";
import { ToggleChip } from "../../parts/ToggleChip";
import { useSave } from "../../parts/useSave";
import { Done } from "./Done";
import css from "./intake.module.css";
import { Mapping } from "./Mapping";
import { PreviewGrid } from "./PreviewGrid";
import { begun, type Shown, shownRows } from "./plan";
import { Source } from "./Source";

/** Reads in the sheet the office has today: the file, what is understood row by row, and then all of it at once. */
export default function IntakeScreen() {
  const { t } = useLingui();
  const municipality = useMunicipality();
  const { writable } = useSession();
  useTitle(t`Read in a sheet`);
  return (
    <div className={css.page}>
      {!municipality || !writable ? (
        <>
          <ScreenHead title={t`Read in a sheet`} dated={false} />
          {municipality ? (
            <EmptyState title={t`Nothing can be read in now`}>
              {t`The file is open read-only, or the window stands on another day.`}
            </EmptyState>
          ) : (
            <NoMunicipality />
          )}
        </>
      ) : (
        <Intake key={municipality.id} />
      )}
    </div>
  );
}

function Intake() {
  const { t } = useLingui();
  const { target } = useSearch({ strict: false });
  const [plan, setPlan] = useState<IntakePlan>(() => begun("", target ?? "applications"));
  const [done, setDone] = useState<IntakeDone | null>(null);
  const { run, busy, error, reset } = useSave();
  const query = useQuery({
    queryKey: ["intakePreview", plan],
    queryFn: () => commands.intakePreview(plan),
    enabled: plan.path !== "" && done === null,
    placeholderData: plan.path === "" ? undefined : keepPreviousData,
    structuralSharing: false,
    gcTime: 0,
    retry: false,
  });
  const another = () => {
    reset();
    setDone(null);
    setPlan(begun("", plan.target));
  };
  const preview = plan.path !== "" && !query.isError ? query.data : undefined;
  const head = <ScreenHead title={t`Read in a sheet`} dated={false} />;
  if (done)
    return (
      <>
        {head}
        <Done done={done} target={plan.target} onUndone={() => setDone(null)} onAnother={another} />
      </>
    );
  if (!preview)
    return (
      <>
        {head}
        <Source
          path={plan.path}
          target={plan.target}
          error={query.error}
          busy={query.isFetching}
          onTarget={(chosen) => setPlan(begun("", chosen))}
          onRead={(path) => (path === plan.path ? void query.refetch() : setPlan(begun(path, plan.target)))}
        />
        {query.isFetching && <Loading />}
      </>
    );
  return (
    <Preview
      preview={preview}
      side={
        <Mapping
          preview={preview}
          busy={busy}
          error={error}
          onPlan={setPlan}
          onRun={() => void run(() => commands.intakeRun(preview.plan), { done: setDone })}
          onAnother={another}
          onAgain={() => void query.refetch()}
        />
      }
      onPlan={setPlan}
    />
  );
}

const actions: readonly IntakeAction[] = ["add", "update", "skip", "bad"];

function Preview({
  preview,
  side,
  onPlan,
}: {
  preview: IntakePreview;
  side: React.ReactNode;
  onPlan: (plan: IntakePlan) => void;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const [shown, setShown] = useState<Shown>(null);
  const counts: Readonly<Record<IntakeAction, number>> = {
    add: preview.adds,
    update: preview.updates,
    skip: preview.skipped,
    bad: preview.bad,
  };
  // What is shown alone and is no more gives way to all.
  const kind = shown !== null && counts[shown] > 0 ? shown : null;
  const rows = useMemo(() => shownRows(preview.rows, kind), [preview.rows, kind]);
  const all = formatNumber(preview.rows.length, language);
  return (
    <>
      <ScreenHead title={t`Read in a sheet`} about={word("intake_target", preview.plan.target)} dated={false}>
        <ToggleChip pressed={kind === null} onChange={() => setShown(null)}>
          {t`All rows: ${all}`}
        </ToggleChip>
        {actions.map((action) => (
          <ToggleChip key={action} pressed={kind === action} onChange={(on) => setShown(on ? action : null)}>
            {`${word("intake_action", action)}: ${formatNumber(counts[action], language)}`}
          </ToggleChip>
        ))}
        <p className={css.keys}>{t`Enter: choices for the row · Delete: leave it out`}</p>
      </ScreenHead>
      <div className={css.body}>
        <PreviewGrid preview={preview} rows={rows} onPlan={onPlan} />
        <div className={css.side}>{side}</div>
      </div>
    </>
  );
}
