import { useLingui } from "@lingui/react/macro";
import History from "lucide-react/icons/history";
import type { ReactNode } from "react";
import type { Run } from "../../ipc";
import { useDrawn } from "./context";
import { each } from "./each";
import css from "./Report.module.css";

/** Text as it looks: bold, italic, and figures that follow the data. */
export const Runs = ({ runs }: { runs: readonly Run[] }) => each(runs, (run) => <Looked run={run} />);

function Looked({ run }: { run: Run }) {
  let text: ReactNode = each(run.text.split("\n"), (line, at) => (
    <>
      {at > 0 && <br />}
      {line}
    </>
  ));
  if (run.figure) text = <Live code={run.figure}>{text}</Live>;
  if (run.italic) text = <em>{text}</em>;
  if (run.bold) text = <strong>{text}</strong>;
  return text;
}

/**
 * A figure that follows the data; where it has changed since the text was accepted, with what it said then, or where the paper still
 * says that, with what it says now. In a cell of a table in the unit of the table.
 */
export function Live({ code, cell = false, children }: { code: string; cell?: boolean; children: ReactNode }) {
  const { t } = useLingui();
  const { changed, handedIn, screen } = useDrawn();
  const change = code ? changed.get(code) : undefined;
  if (!change) return code ? <span data-figure={code}>{children}</span> : children;
  const was = (cell && change.wasInCell) || change.was;
  const now = (cell && change.nowInCell) || change.now;
  return (
    <span data-figure={code} data-changed>
      <mark className={css.changed}>{children}</mark>{" "}
      <span className={css.was} lang={screen}>
        <History size={12} aria-hidden />
        {!handedIn ? t`was ${was}` : now === null ? t`no longer there` : t`now ${now}`}
      </span>
    </span>
  );
}
