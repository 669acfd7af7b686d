import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useNotify } from "../../../../app/notify";
import { commands } from "../../../../ipc";
import { Button } from "../../../../parts/Button";
import { TextField } from "../../../../parts/TextField";
import css from "../budget.module.css";
import type { DialogProps } from "../Dialogs";
import { useNames } from "../useNames";
import { FormDialog } from "./FormDialog";

/** Writes the version to a sheet, with formulas that reckon to the same øre. */
export function ExportDialog({ view, sheet, onClose }: DialogProps) {
  const { t } = useLingui();
  const notify = useNotify();
  const names = useNames();
  const [path, setPath] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const version = names.version(view.versions, sheet.budget);
  const suggested = `${[view.application.title, version].join(" - ").replace(/[^\p{L}\p{N} .,()-]+/gu, " ")}.xlsx`;
  const write = async (to: string) => {
    if (busy || to === "") return;
    setBusy(true);
    setError(null);
    try {
      const written = await commands.budgetExport(view.application.id, sheet.budget.id, to);
      notify({ tone: "ok", text: t`The budget lies at ${written}` });
      onClose();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  const pick = async () => {
    try {
      const picked = await commands.budgetExportPick(suggested);
      if (picked === null) return;
      setPath(picked);
      await write(picked);
    } catch (refusal) {
      setError(refusal);
    }
  };
  return (
    <FormDialog
      title={t`Export “${version}”`}
      verb={t`Export`}
      busy={busy}
      disabled={path.trim() === ""}
      error={error}
      onSubmit={() => void write(path.trim())}
      onClose={onClose}
    >
      <p className={css.soft}>
        {t`As an Excel file (.xlsx) with live formulas for sums and reckoned amounts, or as .csv with the figures alone.`}
      </p>
      <div className={css.path}>
        <TextField
          label={t`File`}
          autoFocus
          value={path}
          onChange={setPath}
          description={t`The ending decides: .xlsx or .csv.`}
        />
        <Button onClick={() => void pick()}>{t`Choose …`}</Button>
      </div>
    </FormDialog>
  );
}
