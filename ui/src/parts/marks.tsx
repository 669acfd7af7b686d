import Archive from "lucide-react/icons/archive";
import Ban from "lucide-react/icons/ban";
import Check from "lucide-react/icons/check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import CircleHelp from "lucide-react/icons/circle-help";
import CirclePlay from "lucide-react/icons/circle-play";
import ClipboardList from "lucide-react/icons/clipboard-list";
import Handshake from "lucide-react/icons/handshake";
import Hourglass from "lucide-react/icons/hourglass";
import Lightbulb from "lucide-react/icons/lightbulb";
import Minus from "lucide-react/icons/minus";
import PencilLine from "lucide-react/icons/pencil-line";
import Scale from "lucide-react/icons/scale";
import Send from "lucide-react/icons/send";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import Undo from "lucide-react/icons/undo-2";
import X from "lucide-react/icons/x";
import { useWord } from "../format";
import type { AppropriationState, ApprovalState, PoolStatus, Stage } from "../ipc";
import { Mark, type Tone } from "./Mark";

type Look = { tone: Tone; Icon: typeof Check };

const stages: Record<Stage, Look> = {
  idea: { tone: "soft", Icon: Lightbulb },
  assessing: { tone: "soft", Icon: CircleDashed },
  drafting: { tone: "plain", Icon: PencilLine },
  submitted: { tone: "plain", Icon: Send },
  conditionally_granted: { tone: "warn", Icon: CircleHelp },
  granted: { tone: "ok", Icon: Check },
  accepted: { tone: "ok", Icon: Handshake },
  running: { tone: "ok", Icon: CirclePlay },
  reporting: { tone: "plain", Icon: ClipboardList },
  closed: { tone: "soft", Icon: Archive },
  rejected: { tone: "bad", Icon: X },
  withdrawn: { tone: "soft", Icon: Undo },
  not_applied: { tone: "soft", Icon: Ban },
};

const statuses: Record<PoolStatus, Look> = {
  not_assessed: { tone: "soft", Icon: CircleDashed },
  unclear: { tone: "warn", Icon: CircleHelp },
  awaiting_details: { tone: "plain", Icon: Hourglass },
  existing_practice: { tone: "soft", Icon: Minus },
  should_apply: { tone: "plain", Icon: Check },
  recommended: { tone: "plain", Icon: Scale },
  apply_if_relevant: { tone: "warn", Icon: CircleHelp },
  apply: { tone: "ok", Icon: Check },
  do_not_apply: { tone: "soft", Icon: Ban },
};

const approvals: Record<ApprovalState, Look> = {
  not_settled: { tone: "soft", Icon: CircleDashed },
  not_required: { tone: "soft", Icon: Minus },
  missing: { tone: "warn", Icon: TriangleAlert },
  put: { tone: "plain", Icon: Scale },
  conditional: { tone: "warn", Icon: CircleHelp },
  approved: { tone: "ok", Icon: Check },
  refused: { tone: "bad", Icon: X },
};

const appropriations: Record<AppropriationState, Look> = {
  not_settled: { tone: "soft", Icon: CircleDashed },
  none_needed: { tone: "soft", Icon: Minus },
  awaits_grant: { tone: "soft", Icon: Hourglass },
  open: { tone: "warn", Icon: TriangleAlert },
  granted: { tone: "ok", Icon: Check },
};

function Looked({ look, group, code }: { look: Look; group: string; code: string }) {
  const word = useWord();
  return (
    <Mark tone={look.tone} icon={<look.Icon size={14} aria-hidden />}>
      {word(group, code)}
    </Mark>
  );
}

/** Where an application is. */
export const StageMark = ({ stage }: { stage: Stage }) => <Looked look={stages[stage]} group="stage" code={stage} />;

/** Where a pool stands with us. */
export const PoolStatusMark = ({ status }: { status: PoolStatus }) => (
  <Looked look={statuses[status]} group="pool_status" code={status} />
);

/** How the political approval stands. */
export const ApprovalMark = ({ state }: { state: ApprovalState }) => (
  <Looked look={approvals[state]} group="approval_state" code={state} />
);

/** How the permission to spend stands. */
export const AppropriationMark = ({ state }: { state: AppropriationState }) => (
  <Looked look={appropriations[state]} group="appropriation_state" code={state} />
);
