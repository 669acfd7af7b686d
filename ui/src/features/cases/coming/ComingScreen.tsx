import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Copy from "lucide-react/icons/copy";
import Plus from "lucide-react/icons/plus";
import { lazy, Suspense, useRef, useState } from "react";
import { useAction } from "../../../app/actions";
import { useAsOf } from "../../../app/asOf";
import { NoMunicipality, useMunicipality } from "../../../app/municipality";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { useTitle } from "../../../app/title";
import { formatDate, useWord } from "../../../format";
import { type ComingView, commands } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { copyOut } from "../../../parts/copy";
import { EmptyState } from "../../../parts/EmptyState";
import { ErrorText } from "../../../parts/ErrorText";
import { Loading } from "../../../parts/Loading";
import { OptionalSelect } from "../../../parts/OptionalSelect";
import { ScreenHead } from "../../../parts/ScreenHead";
import { SplitPane } from "../../../parts/SplitPane";
import { useReturn } from "../../../parts/standing/useReturn";
import css from "../Cases.module.css";
import { CasesExport } from "../CasesExport";
import { ViewLinks } from "../ViewLinks";
import { CommitteeList } from "./CommitteeList";
import { type Asked, asText, blankCase, casesOf, shownCommittees } from "./shown";
import { useMeetingWords } from "./useMeetingWords";

const ComingForm = lazy(() => import("./ComingForm"));

/** The planning list a committee is shown: the cases that are coming, meeting by meeting. */
export default function ComingScreen() {
  const { t } = useLingui();
  const municipality = useMunicipality();
  const asOf = useAsOf();
  const query = useQuery({
    queryKey: ["coming", null, asOf],
    queryFn: () => commands.coming(null, asOf),
    enabled: municipality !== null,
    placeholderData: keepPreviousData,
  });
  useTitle(t`Coming cases`, t`Committee cases`, municipality?.name);
  if (municipality !== null && query.data && !query.isError) return <Coming view={query.data} />;
  return (
    <>
      <ScreenHead title={t`Coming cases`}>
        <ViewLinks />
      </ScreenHead>
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

// Outlives the screen: who comes back finds the list as it was left.
const left: { committee: number | null } = { committee: null };

function Coming({ view }: { view: ComingView }) {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const word = useWord();
  const notify = useNotify();
  const words = useMeetingWords();
  const [committee, setCommittee] = useState(left.committee);
  left.committee = committee;
  const [asked, setAsked] = useState<Asked | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const from = useRef<string>("");
  const committees = shownCommittees(view, committee);
  const count = casesOf(committees);
  const empty = committees.every(({ meetings, dropped }) => meetings.length === 0 && dropped.length === 0);
  const [first] = committees;
  const ask = (next: Asked, key: string) => {
    from.current = key;
    setAsked(next);
  };
  const add = () => {
    if (first) ask({ what: "write", row: blankCase(first.committeeId, first.ahead[0]?.id ?? null, view.asOf) }, "add");
  };
  useAction({
    id: "coming.add",
    title: t`Add a coming case`,
    keys: "Ctrl+N",
    group: t`Committee cases`,
    run: add,
    enabled: writable && first !== undefined,
  });
  const day = formatDate(view.asOf, language, "long");
  const copy = () => {
    const text = asText(committees, {
      heading: t`Coming cases as of ${day}`,
      meeting: words.meeting,
      paper: words.paper,
      kind: ({ kind }) => word("planned_kind", kind),
      reason: ({ reason }) => reason[language] || reason.da,
    });
    if (copyOut((data) => data.setData("text/plain", text)))
      notify({ tone: "ok", text: t`The list is copied as text.` });
    else notify({ tone: "bad", text: t`The list could not be copied. Mark it and press Ctrl+C.` });
  };
  useAction({ id: "coming.copy", title: t`Copy the coming cases as text`, group: t`Committee cases`, run: copy });
  useReturn(asked !== null, () => {
    const at = list.current?.querySelector<HTMLElement>(`[data-case="${CSS.escape(from.current)}"] button`);
    return at ?? document.querySelector<HTMLElement>("[data-coming-add]");
  });
  return (
    <>
      <ScreenHead
        title={t`Coming cases`}
        about={plural(count, { one: "# case", other: "# cases" })}
        tools={
          <>
            <CasesExport key={committee} committeeId={committee} />
            <Button icon={<Copy size={14} aria-hidden />} disabled={count === 0} onClick={copy}>
              {t`Copy as text`}
            </Button>
            <Button
              data-coming-add
              icon={<Plus size={15} aria-hidden />}
              disabled={!writable || !first}
              title={t`Add a coming case (Ctrl+N)`}
              aria-keyshortcuts="Control+N"
              onClick={add}
            >
              {t`Add a coming case`}
            </Button>
          </>
        }
      >
        <ViewLinks />
        {view.committees.length > 1 && (
          <OptionalSelect
            label={t`Committee`}
            value={committee === null ? null : String(committee)}
            options={view.committees.map(({ committeeId, name, shortName }) => ({
              value: String(committeeId),
              label: shortName || name,
              more: name,
            }))}
            none={t({ message: "All", context: "committees" })}
            onChange={(id) => setCommittee(id === null ? null : Number(id))}
          />
        )}
      </ScreenHead>
      <SplitPane
        label={t`Width of the detail`}
        side={
          asked && (
            <Suspense fallback={<Loading />}>
              <ComingForm
                key={`${asked.what} ${asked.row.id} ${asked.row.replaces}`}
                asked={asked}
                view={view}
                onEnd={() => setAsked(null)}
              />
            </Suspense>
          )
        }
      >
        <div ref={list} className={css.list}>
          {empty ? (
            <EmptyState title={t`No coming cases`}>
              {t`Papers that the plans of applications call for, reports that are due and what a decision promised stand here under the meeting they are for. Others can be added.`}
            </EmptyState>
          ) : (
            committees.map((one) => (
              <CommitteeList key={one.committeeId} committee={one} writable={writable} ask={ask} />
            ))
          )}
        </div>
      </SplitPane>
    </>
  );
}
