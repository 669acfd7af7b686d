import Check from "lucide-react/icons/check";
import CircleHelp from "lucide-react/icons/circle-help";
import Minus from "lucide-react/icons/minus";
import Users from "lucide-react/icons/users";
import type { ReactNode } from "react";
import { useWord } from "../../format";
import type { CanApply } from "../../ipc";
import { Mark, type Tone } from "../Mark";

const looks: Record<CanApply, { tone: Tone; Icon: typeof Check }> = {
  yes: { tone: "ok", Icon: Check },
  partner: { tone: "ok", Icon: Users },
  unclear: { tone: "warn", Icon: CircleHelp },
  no: { tone: "soft", Icon: Minus },
};

/** Whether a municipality can apply: the answer's own word, or the one given instead. */
export function CanApplyMark({ canApply, children }: { canApply: CanApply; children?: ReactNode }) {
  const word = useWord();
  const { tone, Icon } = looks[canApply];
  return (
    <Mark tone={tone} icon={<Icon size={14} aria-hidden />}>
      {children ?? word("can_apply", canApply)}
    </Mark>
  );
}
