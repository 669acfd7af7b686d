import { Plural, Trans } from "@lingui/react/macro";
import screen from "../../parts/listScreen.module.css";

/** The foot of the window: what is selected, and the keys of the list or the board. */
export function StatusLine({ selected, board, writable }: { selected: number; board: boolean; writable: boolean }) {
  return (
    <footer className={screen.status}>
      <span role="status">
        {selected > 0 && <Plural value={selected} one="# row selected" other="# rows selected" />}
      </span>
      <span className={screen.keys}>
        {board ? (
          writable ? (
            <Trans>
              <kbd>←↑↓→</kbd> between cards · <kbd>Enter</kbd> open · <kbd>M</kbd> move to another stage
            </Trans>
          ) : (
            <Trans>
              <kbd>←↑↓→</kbd> between cards · <kbd>Enter</kbd> open
            </Trans>
          )
        ) : writable ? (
          <Trans>
            <kbd>↑↓</kbd> move · <kbd>Enter</kbd> open · <kbd>F2</kbd> change the cell · <kbd>/</kbd> search ·{" "}
            <kbd>Ctrl C</kbd> copy rows
          </Trans>
        ) : (
          <Trans>
            <kbd>↑↓</kbd> move · <kbd>Enter</kbd> open · <kbd>/</kbd> search · <kbd>Ctrl C</kbd> copy rows
          </Trans>
        )}
      </span>
    </footer>
  );
}
