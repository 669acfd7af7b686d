import { Trans, useLingui } from "@lingui/react/macro";

/** The keys of the timeline, for the foot of the window. */
export function TimelineKeys() {
  const { t } = useLingui();
  const today = t({ message: "T", context: "key: today" });
  const move = t({ message: "M", context: "key: move" });
  return (
    <Trans>
      <kbd>↑↓</kbd> between rows · <kbd>←→</kbd> between marks · <kbd>Enter</kbd> open · <kbd>{move}</kbd> move ·{" "}
      <kbd>+ −</kbd> zoom · <kbd>{today}</kbd> today
    </Trans>
  );
}
