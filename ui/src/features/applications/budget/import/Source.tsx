import { useLingui } from "@lingui/react/macro";
import FolderOpen from "lucide-react/icons/folder-open";
import { useState } from "react";
import { type BudgetImport, commands } from "../../../../ipc";
import { Button } from "../../../../parts/Button";
import { ErrorText } from "../../../../parts/ErrorText";
import { TextArea, TextField } from "../../../../parts/TextField";
import css from "../budget.module.css";
import { from } from "./plan";
import { SideChoice } from "./SideChoice";

/** Where the lines come from: a file, or what was copied from a sheet. */
export function Source({
  plan,
  error,
  busy,
  onPlan,
  onAgain,
}: {
  plan: BudgetImport;
  /** Why it could not be read. */
  error: unknown;
  busy: boolean;
  onPlan: (plan: BudgetImport) => void;
  onAgain: () => void;
}) {
  const { t } = useLingui();
  const [path, setPath] = useState(plan.path ?? "");
  const [text, setText] = useState(plan.text ?? "");
  const [refused, setRefused] = useState<unknown>(null);
  const read = (next: BudgetImport) => {
    if (next.path === plan.path && next.text === plan.text) onAgain();
    else onPlan(next);
  };
  const readFile = (file: string) => read(from(plan, { path: file, text: null, sheet: null }));
  const pick = async () => {
    setRefused(null);
    try {
      const picked = await commands.intakePick();
      if (picked === null) return;
      setPath(picked);
      readFile(picked);
    } catch (refusal) {
      setRefused(refusal);
    }
  };
  const problem = refused ?? error;
  return (
    <div className={css.source}>
      <p className={css.soft}>
        {t`From Excel (.xlsx), a .csv file, or what you have copied from a sheet. First you see cell by cell what is understood; nothing is kept until you say so, and all of it is undone in one step.`}
      </p>
      <SideChoice plan={plan} onPlan={onPlan} />
      <Button
        autoFocus
        tone="primary"
        icon={<FolderOpen size={15} aria-hidden />}
        disabled={busy}
        onClick={() => void pick()}
      >
        {t`Choose in the file dialog …`}
      </Button>
      <form
        className={css.path}
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim() !== "") readFile(path.trim());
        }}
      >
        <TextField label={t`Or the path of the file`} value={path} onChange={setPath} />
        <Button type="submit" disabled={busy || path.trim() === ""}>{t`Show what is in it`}</Button>
      </form>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") read(from(plan, { path: null, text, sheet: null }));
        }}
      >
        <TextArea
          label={t`Or paste what you have copied`}
          lang="da"
          rows={5}
          value={text}
          onChange={setText}
          description={t`Copy the cells in Excel or LibreOffice, headings included, and press Ctrl+V here.`}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData("text/plain");
            // A block of cells is read at once; a text without cells may be mended first.
            if (text !== "" || !pasted.includes("\t")) return;
            event.preventDefault();
            setText(pasted);
            read(from(plan, { path: null, text: pasted, sheet: null }));
          }}
        />
        <div>
          <Button type="submit" disabled={busy || text.trim() === ""}>{t`Show what is in it`}</Button>
        </div>
      </form>
      {problem != null && <ErrorText error={problem} />}
    </div>
  );
}
