import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import screen from "../../parts/listScreen.module.css";
import { useChoice } from "./choice";
import { MonthKeys } from "./month/Keys";
import { TimelineKeys } from "./timeline/Keys";
import { Watch } from "./Watch";

/** The foot of the window: when the program last looked at the days, what is selected, and the keys of the list. */
export function StatusLine({ selected }: { selected: number }) {
  const { t } = useLingui();
  const { writable } = useSession();
  const { view } = useChoice();
  const keys = {
    move: t({ message: "M", context: "key: move" }),
    done: t({ message: "D", context: "key: done" }),
    aside: t({ message: "P", context: "key: put aside" }),
    wait: t({ message: "W", context: "key: waits on" }),
  };
  return (
    <footer className={screen.status} data-told>
      <Watch />
      <span role="status">
        {selected > 0 && <Plural value={selected} one="# row selected" other="# rows selected" />}
      </span>
      {view === "list" && (
        <span className={screen.keys}>
          {writable ? (
            <Trans>
              <kbd>Enter</kbd> show · <kbd>{keys.done}</kbd> done · <kbd>{keys.move}</kbd> move ·{" "}
              <kbd>{keys.aside}</kbd> put aside · <kbd>{keys.wait}</kbd> waits on · <kbd>/</kbd> search
            </Trans>
          ) : (
            <Trans>
              <kbd>Enter</kbd> show · <kbd>/</kbd> search · <kbd>Ctrl C</kbd> copy rows
            </Trans>
          )}
        </span>
      )}
      {view !== "list" && <span className={screen.keys}>{view === "month" ? <MonthKeys /> : <TimelineKeys />}</span>}
    </footer>
  );
}
