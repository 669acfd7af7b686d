import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import ChevronRight from "lucide-react/icons/chevron-right";
import { type ComponentType, lazy, Suspense } from "react";
import { useSession } from "../../../app/session";
import type { ApplicationView } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { Loading } from "../../../parts/Loading";
import { ScreenHead } from "../../../parts/ScreenHead";
import { Tabs } from "../../../parts/Tabs";
import { usePools } from "../start/usePools";
import { DraftPlace } from "./list/RecordList";
import { More } from "./More";
import { Notices } from "./Notices";
import css from "./Page.module.css";
import type { TabProps } from "./part";
import { Summary } from "./Summary";
import { Track } from "./Track";
import OverviewTab from "./tabs/OverviewTab";

const BudgetTab = lazy(() => import("../budget/BudgetTab"));
const MoneyTab = lazy(() => import("../money/MoneyTab"));
const EffectTab = lazy(() => import("../effect/EffectTab"));
const PartnersTab = lazy(() => import("./tabs/PartnersTab"));
const TargetsTab = lazy(() => import("./tabs/TargetsTab"));
const PlanTab = lazy(() => import("../plan/PlanTab"));
const WorkTab = lazy(() => import("./tabs/WorkTab"));
const ConditionsTab = lazy(() => import("./tabs/ConditionsTab"));
const PoliticsTab = lazy(() => import("./tabs/PoliticsTab"));
const DocumentsTab = lazy(() => import("./tabs/DocumentsTab"));
const NotesTab = lazy(() => import("./tabs/NotesTab"));
const SourcesTab = lazy(() => import("./tabs/SourcesTab"));
const HistoryTab = lazy(() => import("./tabs/HistoryTab"));

/** The page of one application: what holds for all of it above, its parts in tabs below. */
export function Page({ view }: { view: ApplicationView }) {
  const { t } = useLingui();
  const { writable: editable } = useSession();
  const pools = usePools();
  const { id, title, poolId } = view.application;
  const pool = pools.find((one) => one.id === poolId);
  /** A tab that fills the window scrolls inside of itself. */
  const shown = (Tab: ComponentType<TabProps>, fills = false) => (
    <Suspense fallback={<Loading />}>
      <div className={css.tab} data-fills={fills || undefined}>
        <Tab view={view} editable={editable} />
      </div>
    </Suspense>
  );
  const conditions = view.conditions.filter(({ closedOn }) => closedOn === null).length;
  const sources = view.discrepancies.filter(({ settledOn }) => settledOn === null).length;
  return (
    <DraftPlace value={`application ${id}`}>
      <ScreenHead
        title={
          <span className={css.crumbs}>
            <span className={css.above}>
              <Link to="/applications">{t`Applications`}</Link>
              <ChevronRight size={14} aria-hidden />
            </span>
            <span>
              <DanishText>{title}</DanishText>
            </span>
          </span>
        }
        tools={<More view={view} />}
      />
      <div className={css.page}>
        <Summary view={view} poolKey={pool?.key} />
        <Track view={view} editable={editable} />
        <Notices view={view} editable={editable} />
        <Tabs
          label={t`Parts of the application`}
          tabs={[
            { id: "overview", label: t`Overview`, content: shown(OverviewTab) },
            { id: "plan", label: t`Plan`, content: shown(PlanTab) },
            { id: "budget", label: t`Budget`, content: shown(BudgetTab, true) },
            { id: "money", label: t`Grant and spending`, content: shown(MoneyTab) },
            { id: "effect", label: t`Expected effect`, content: shown(EffectTab) },
            { id: "partners", label: t`Partners`, count: view.partners.length, content: shown(PartnersTab) },
            {
              id: "targets",
              label: t`Targets and activities`,
              count: view.targets.length + view.activities.length,
              content: shown(TargetsTab),
            },
            {
              id: "work",
              label: t`Tasks and milestones`,
              count: view.milestones.length + view.tasks.length,
              content: shown(WorkTab),
            },
            { id: "conditions", label: t`Conditions`, count: conditions, content: shown(ConditionsTab) },
            { id: "politics", label: t`Politics and appropriation`, content: shown(PoliticsTab) },
            { id: "documents", label: t`Documents`, count: view.documents.length, content: shown(DocumentsTab) },
            { id: "notes", label: t`Notes`, count: view.notes.length, content: shown(NotesTab) },
            { id: "sources", label: t`Source differences`, count: sources, content: shown(SourcesTab) },
            { id: "history", label: t`History`, content: shown(HistoryTab) },
          ]}
        />
      </div>
    </DraftPlace>
  );
}
