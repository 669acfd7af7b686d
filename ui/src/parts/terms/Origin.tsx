import { useLingui } from "@lingui/react/macro";
import Building from "lucide-react/icons/building-2";
import FileText from "lucide-react/icons/file-text";
import HandCoins from "lucide-react/icons/hand-coins";
import type { RuleOrigin } from "../../ipc";
import { Mark } from "../Mark";

const signs = { preset: Building, pool: HandCoins, application: FileText };

/** Where a rule was set. */
export function Origin({ origin }: { origin: RuleOrigin }) {
  const { t } = useLingui();
  const origins: Record<RuleOrigin, string> = {
    preset: t`usual`,
    pool: t`set for the pool`,
    application: t`set for the application`,
  };
  const Sign = signs[origin];
  return (
    <Mark tone={origin === "preset" ? "soft" : "plain"} icon={<Sign size={13} aria-hidden />}>
      {origins[origin]}
    </Mark>
  );
}
