import { useLingui } from "@lingui/react/macro";
import Check from "lucide-react/icons/check";
import Circle from "lucide-react/icons/circle-dashed";
import LinkIcon from "lucide-react/icons/link-2";
import PencilLine from "lucide-react/icons/pencil-line";
import type { PartState } from "../../../ipc";
import { Mark, type Tone } from "../../../parts/Mark";
import css from "./paper.module.css";

const looks: Record<PartState, { tone: Tone; Icon: typeof Check }> = {
  draft: { tone: "warn", Icon: PencilLine },
  accepted: { tone: "ok", Icon: Check },
  from_case: { tone: "soft", Icon: LinkIcon },
  empty: { tone: "soft", Icon: Circle },
};

/** How a part of the paper stands. */
export function StateMark({ state }: { state: PartState }) {
  const { t } = useLingui();
  const { tone, Icon } = looks[state];
  const words: Record<PartState, string> = {
    draft: t`Draft from data, not accepted`,
    accepted: t`Accepted`,
    from_case: t`Follows from the case`,
    empty: t`Empty`,
  };
  return (
    <span className={css.state}>
      <Mark tone={tone} icon={<Icon size={13} aria-hidden />}>
        {words[state]}
      </Mark>
    </span>
  );
}
