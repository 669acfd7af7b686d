import Bell from "lucide-react/icons/bell";
import CalendarClock from "lucide-react/icons/calendar-clock";
import CircleDot from "lucide-react/icons/circle-dot";
import CircleHelp from "lucide-react/icons/circle-help";
import ClipboardList from "lucide-react/icons/clipboard-list";
import Clock from "lucide-react/icons/clock";
import FileText from "lucide-react/icons/file-text";
import Flag from "lucide-react/icons/flag";
import Gavel from "lucide-react/icons/gavel";
import HandCoins from "lucide-react/icons/hand-coins";
import Hourglass from "lucide-react/icons/hourglass";
import ListChecks from "lucide-react/icons/list-checks";
import MoveRight from "lucide-react/icons/move-right";
import Split from "lucide-react/icons/split";
import Target from "lucide-react/icons/target";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useCallback } from "react";
import { useWord } from "../../format";
import type { DeadlineItem, DeadlineKind, Flag as FlagCode } from "../../ipc";
import type { Tone } from "../Mark";

type Icon = typeof Clock;

/** How each flag looks. */
export const flagLooks: Record<FlagCode, { tone: Tone; Icon: Icon }> = {
  overdue: { tone: "bad", Icon: TriangleAlert },
  today: { tone: "bad", Icon: Bell },
  at_risk: { tone: "bad", Icon: TriangleAlert },
  contradictory: { tone: "warn", Icon: Split },
  near: { tone: "warn", Icon: Clock },
  blocked: { tone: "warn", Icon: Hourglass },
  moved: { tone: "plain", Icon: MoveRight },
  time_unknown: { tone: "warn", Icon: CircleHelp },
};

/** The flags, the gravest first. */
export const flagOrder = Object.keys(flagLooks) as FlagCode[];

/** One icon for the days of a sort: the funder's, the committee's, money's, reports'. Never alone: the word stands beside it. */
export const kindIcons: Record<DeadlineKind, Icon> = {
  opens: CircleDot,
  questions: CircleHelp,
  call: CalendarClock,
  answer: Hourglass,
  acceptance: HandCoins,
  start: Flag,
  begin_by: Flag,
  instalment: HandCoins,
  status_report: ClipboardList,
  midterm: ClipboardList,
  account: ClipboardList,
  audit: ClipboardList,
  final_report: ClipboardList,
  extension: CalendarClock,
  period_end: Flag,
  embedding: Flag,
  target: Target,
  milestone: Flag,
  task: ListChecks,
  condition: ListChecks,
  follow_up: Gavel,
  step: CircleDot,
  paper: FileText,
  meeting: Gavel,
  retention: FileText,
  other: CalendarClock,
};

/** The kinds in the order of a project's life, as a choice has them. */
export const kindOrder = Object.keys(kindIcons) as DeadlineKind[];

/** What a day is, in words: its kind, or the step of a back-plan. */
export function useDayName(): (item: Pick<DeadlineItem, "kind" | "step">) => string {
  const word = useWord();
  return useCallback(
    ({ kind, step }) => (kind === "step" && step ? word("plan_step", step) : word("deadline_kind", kind)),
    [word],
  );
}
