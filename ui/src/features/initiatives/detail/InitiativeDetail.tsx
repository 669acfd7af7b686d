import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import Landmark from "lucide-react/icons/landmark";
import Pencil from "lucide-react/icons/pencil";
import X from "lucide-react/icons/x";
import { useEffect, useRef } from "react";
import { useAction } from "../../../app/actions";
import { useSession } from "../../../app/session";
import { formatDate, useWord } from "../../../format";
import { commands, type InitiativeRow, type InitiativeView, type RegisterView } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { DanishText, LocalText } from "../../../parts/DanishText";
import { ErrorText } from "../../../parts/ErrorText";
import { Heading } from "../../../parts/Heading";
import { IconButton } from "../../../parts/IconButton";
import { Loading } from "../../../parts/Loading";
import { Mark } from "../../../parts/Mark";
import { PoolStatusMark } from "../../../parts/marks";
import { CanApplyMark } from "../../../parts/pool/CanApplyMark";
import { Facts } from "../../../parts/pool/Facts";
import { Place } from "../../../parts/pool/Place";
import { InitiativeStanding } from "../../../parts/standing/InitiativeStanding";
import { AmountsSection } from "./AmountsSection";
import { CorrectForm } from "./CorrectForm";
import css from "./Detail.module.css";
import { DutSection } from "./DutSection";
import { HistorySection } from "./HistorySection";
import { NotesSection } from "./NotesSection";
import { PoolsSection } from "./PoolsSection";
import { useCorrection } from "./useCorrection";

/** What the register hands to the detail: its own row, the whole it belongs to, and the day it is seen from. */
export type InitiativeDetailProps = {
  row: InitiativeRow;
  register: RegisterView;
  asOf: string | null;
  onClose(): void;
};

/** The detail beside the register: one initiative with all that is known of it. */
export default function InitiativeDetail(props: InitiativeDetailProps) {
  // A row of its own each: scroll, table or bars, and a form's state belong to the initiative they were set on.
  return <Detail key={props.row.id} {...props} />;
}

function Detail({ row, register, asOf, onClose }: InitiativeDetailProps) {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const query = useQuery({ queryKey: ["initiative", row.id, asOf], queryFn: () => commands.initiative(row.id, asOf) });
  const view = query.data;
  const correction = useCorrection(view, row.id);
  const correct = useRef<HTMLButtonElement>(null);
  const area = register.areas.find(({ id }) => id === row.areaId);
  const { number } = row;
  const day = asOf && formatDate(asOf, language, "long");
  const locked = day
    ? t`Corrections are off while the register is shown as of ${day}.`
    : writable
      ? null
      : t`The data file is open read-only, so nothing can be corrected.`;
  const correctable = locked === null && view !== undefined;
  useAction({
    id: "initiative.correct",
    title: t`Correct initiative ${number}`,
    keys: "Ctrl+E",
    group: t`Initiative`,
    run: correction.start,
    enabled: correctable,
  });
  const editing = correction.draft !== null && locked === null;
  const wasEditing = useRef(editing);
  useEffect(() => {
    if (wasEditing.current && !editing) correct.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  const pools = view?.pools.length;
  const before = useRef(pools);
  useEffect(() => {
    // The first assessment made a pool, and the form it was written in is gone.
    if (before.current === 0 && pools && document.activeElement === document.body)
      document.getElementById("detail-pools")?.focus();
    before.current = pools;
  }, [pools]);
  return (
    <article
      className={css.detail}
      aria-labelledby="detail-title"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={css.bar}>
        <p className={css.kicker}>
          {t`Initiative ${number}`}
          {area && (
            <>
              {" · "}
              <LocalText text={area.name} />
            </>
          )}
        </p>
        <Button
          ref={correct}
          tone="quiet"
          title={locked ?? t`Correct (Ctrl+E)`}
          disabled={!correctable || editing}
          icon={<Pencil size={14} aria-hidden />}
          onClick={correction.start}
        >
          {t`Correct`}
        </Button>
        <IconButton label={t`Close the detail (Escape)`} onClick={onClose}>
          <X size={17} aria-hidden />
        </IconButton>
      </div>
      <div className={css.head}>
        <h2 id="detail-title" className={css.title}>
          <DanishText>{row.title.da}</DanishText>
        </h2>
        {language === "en" && row.title.en && <p className={css.gloss}>{row.title.en}</p>}
        <Marks row={row} />
        {locked && <p className={css.soft}>{locked}</p>}
        {view && !editing && <Reading view={view} />}
      </div>
      {editing && correction.draft && (
        <CorrectForm
          draft={correction.draft}
          takeFocus={correction.opened}
          saving={correction.saving}
          error={correction.error}
          theirs={correction.theirs}
          onChange={correction.change}
          onSave={correction.save}
          onEnd={correction.end}
        />
      )}
      <AmountsSection row={row} register={register} />
      {query.isPending && <Loading />}
      {query.isError && <ErrorText error={query.error} retry={() => query.refetch()} />}
      {view && (
        <>
          {view.dut && <DutSection dut={view.dut} register={register} />}
          {(view.pools.length > 0 || view.mechanisms.includes("application_pool")) && (
            <PoolsSection pools={view.pools} standings={view.standings} register={register} />
          )}
          {view.pools.length === 0 && (
            <div className={css.section}>
              <InitiativeStanding initiativeId={view.id} number={view.number} />
            </div>
          )}
          {!editing && <HowSection view={view} />}
          {view.notes.length > 0 && <NotesSection notes={view.notes} />}
          <HistorySection history={view.history} />
        </>
      )}
    </article>
  );
}

/** The answers one looks for first: can we apply, and is it DUT. */
function Marks({ row }: { row: InitiativeRow }) {
  const { t } = useLingui();
  const word = useWord();
  const answer = word("can_apply", row.canApply);
  const { pools, poolsCanApply } = row;
  const inPools = row.poolCanApply ? word("can_apply", row.poolCanApply) : "";
  const said =
    pools === 1
      ? t`Its pool: ${inPools}`
      : poolsCanApply > 0
        ? t`For ${poolsCanApply} of ${pools} pools: yes`
        : t`Its pools: ${inPools}`;
  return (
    <div className={css.marks}>
      <CanApplyMark canApply={row.canApply}>{t`Municipality can apply: ${answer}`}</CanApplyMark>
      {pools > 0 && row.poolCanApply !== null && row.poolCanApply !== row.canApply && (
        <CanApplyMark canApply={row.poolCanApply}>{said}</CanApplyMark>
      )}
      {row.status && <PoolStatusMark status={row.status} />}
      {row.dut && (
        <Mark tone="info" icon={<Landmark size={14} aria-hidden />}>
          {t`DUT`}
        </Mark>
      )}
    </div>
  );
}

function Reading({ view }: { view: InitiativeView }) {
  return (
    <>
      {(view.canApplyReason.da || view.canApplyPlace) && (
        <p className={css.reason}>
          <LocalText text={view.canApplyReason} />
          {view.canApplyPlace && (
            <>
              {" "}
              (<Place>{view.canApplyPlace}</Place>)
            </>
          )}
        </p>
      )}
      <p>
        <DanishText>{view.summary}</DanishText>
      </p>
    </>
  );
}

function HowSection({ view }: { view: InitiativeView }) {
  const { t } = useLingui();
  const word = useWord();
  const { page } = view;
  return (
    <section className={css.section} aria-labelledby="detail-how">
      <Heading level={3} id="detail-how">
        {t`How the money is handed out`}
      </Heading>
      <Facts
        facts={[
          { label: t`Mechanism`, value: view.mechanisms.map((mechanism) => word("mechanism", mechanism)).join(", ") },
          {
            label: t`Applicants or recipients`,
            value: view.applicants.da ? (
              <LocalText text={view.applicants} />
            ) : (
              <span className={css.soft}>{t`not stated`}</span>
            ),
          },
          {
            label: t`Authority`,
            value: view.authority ? (
              <DanishText>{view.authority}</DanishText>
            ) : (
              <span className={css.soft}>{t`not stated`}</span>
            ),
          },
          view.theme ? { label: t`Theme`, value: <LocalText text={view.theme} /> } : null,
          { label: t`In the agreement`, value: t`table 1, p. ${page}` },
        ]}
      />
    </section>
  );
}
