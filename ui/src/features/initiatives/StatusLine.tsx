import { Plural, Trans } from "@lingui/react/macro";
import css from "./initiatives.module.css";

/** The foot of the window: what is selected, and the keys of the grid. */
export function StatusLine({ selected }: { selected: number }) {
  return (
    <footer className={css.status}>
      <span role="status">
        {selected > 0 && <Plural value={selected} one="# row selected" other="# rows selected" />}
      </span>
      <span className={css.keys}>
        <Trans>
          <kbd>↑↓</kbd> move · <kbd>Enter</kbd> open · <kbd>/</kbd> search · <kbd>Ctrl C</kbd> copy rows
        </Trans>
      </span>
    </footer>
  );
}
