import CalendarClock from "lucide-react/icons/calendar-clock";
import CalendarX from "lucide-react/icons/calendar-x";
import CircleHelp from "lucide-react/icons/circle-help";
import Minus from "lucide-react/icons/minus";
import { useWord } from "../../format";
import type { CallState } from "../../ipc";
import { Mark, type Tone } from "../Mark";

const looks: Record<CallState, { tone: Tone; Icon: typeof Minus }> = {
  open: { tone: "ok", Icon: CalendarClock },
  closed: { tone: "soft", Icon: CalendarX },
  no_deadline: { tone: "warn", Icon: CircleHelp },
  undated: { tone: "warn", Icon: CircleHelp },
  none: { tone: "soft", Icon: Minus },
};

/** How the calls stand on the day of the view. */
export function CallStateMark({ state }: { state: CallState }) {
  const word = useWord();
  const { tone, Icon } = looks[state];
  return (
    <Mark tone={tone} icon={<Icon size={14} aria-hidden />}>
      {word("call_state", state)}
    </Mark>
  );
}
