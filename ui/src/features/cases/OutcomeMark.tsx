import Check from "lucide-react/icons/check";
import Clock from "lucide-react/icons/clock";
import Eye from "lucide-react/icons/eye";
import MessagesSquare from "lucide-react/icons/messages-square";
import MoveUp from "lucide-react/icons/move-up";
import Undo from "lucide-react/icons/undo-2";
import X from "lucide-react/icons/x";
import { useWord } from "../../format";
import type { Outcome } from "../../ipc";
import { Mark, type Tone } from "../../parts/Mark";

const looks: Record<Outcome, { tone: Tone; Icon: typeof Check }> = {
  approved: { tone: "ok", Icon: Check },
  approved_with_changes: { tone: "ok", Icon: Check },
  recommended_finance_committee: { tone: "plain", Icon: MoveUp },
  recommended_council: { tone: "plain", Icon: MoveUp },
  noted: { tone: "plain", Icon: Eye },
  discussed: { tone: "plain", Icon: MessagesSquare },
  postponed: { tone: "warn", Icon: Clock },
  sent_back: { tone: "warn", Icon: Undo },
  not_approved: { tone: "bad", Icon: X },
};

/** What a committee decided. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const word = useWord();
  const { tone, Icon } = looks[outcome];
  return (
    <Mark tone={tone} icon={<Icon size={14} aria-hidden />}>
      {word("outcome", outcome)}
    </Mark>
  );
}
