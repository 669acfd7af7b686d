import Check from "lucide-react/icons/check";
import CircleHelp from "lucide-react/icons/circle-help";
import Info from "lucide-react/icons/info";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";
import { useWord } from "../../../format";
import type { FindingState } from "../../../ipc";
import { Mark, type Tone } from "../../../parts/Mark";

const looks: Readonly<Record<FindingState, { tone: Tone; Icon: typeof Check }>> = {
  broken: { tone: "bad", Icon: TriangleAlert },
  open: { tone: "warn", Icon: CircleHelp },
  note: { tone: "plain", Icon: Info },
  met: { tone: "ok", Icon: Check },
};

/** The colour of a finding's state. */
export const findingTone = (state: FindingState): Tone => looks[state].tone;

/** How a finding stands; its word, or what is told in its place. */
export function FindingMark({ state, children }: { state: FindingState; children?: ReactNode }) {
  const word = useWord();
  const { tone, Icon } = looks[state];
  return (
    <Mark tone={tone} icon={<Icon size={14} aria-hidden />}>
      {children ?? word("finding_state", state)}
    </Mark>
  );
}
