import { Trans, useLingui } from "@lingui/react/macro";

/** The keys of the month, for the foot of the window. */
export function MonthKeys() {
  const { t } = useLingui();
  const today = t({ message: "T", context: "key: today" });
  return (
    <Trans>
      <kbd>←↑↓→</kbd> between days · <kbd>Page Up/Down</kbd> month · <kbd>Enter</kbd> the day's list ·{" "}
      <kbd>{today}</kbd> today · <kbd>/</kbd> search
    </Trans>
  );
}
