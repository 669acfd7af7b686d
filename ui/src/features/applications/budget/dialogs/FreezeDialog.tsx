import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { commands, type DocumentView } from "../../../../ipc";
import { OptionalSelect } from "../../../../parts/OptionalSelect";
import { PartialDateField } from "../../../../parts/PartialDateField";
import { TextField } from "../../../../parts/TextField";
import { useSave } from "../../../../parts/useSave";
import css from "../budget.module.css";
import type { DialogProps } from "../Dialogs";
import { useNames } from "../useNames";
import { FormDialog } from "./FormDialog";
import { Odd } from "./Odd";

/** Lets a version take effect: since when, and on what it rests. */
export function FreezeDialog({
  view,
  sheet,
  documents,
  budgeting,
  onClose,
}: DialogProps & { documents: readonly DocumentView[] }) {
  const { t } = useLingui();
  const names = useNames();
  const { budget } = sheet;
  const { run, busy, error, fieldError } = useSave(["inForceOn", "letter", "documentId"]);
  const [inForceOn, setDay] = useState<string | null>(view.asOf);
  const [letter, setLetter] = useState(budget.letter);
  const [document, setDocument] = useState(budget.documentId === null ? null : String(budget.documentId));
  const [indexed, setIndexed] = useState(budget.indexed);
  const name = names.version(view.versions, budget);
  const documentId = document === null ? null : Number(document);
  const freeze = () =>
    run(
      () =>
        commands.budgetFreeze({
          id: budget.id,
          version: budget.version,
          inForceOn,
          letter: letter.trim(),
          documentId,
          indexed,
        }),
      { key: budgeting.shown.key, done: budgeting.shown.done },
    ).then((done) => done && onClose());
  return (
    <FormDialog
      title={t`Let “${name}” take effect`}
      verb={t`Let it take effect`}
      busy={busy}
      error={error}
      dirty={letter !== budget.letter}
      onSubmit={() => void freeze()}
      onClose={onClose}
    >
      <p className={css.soft}>
        {t`Its lines stay as they are from then on; changes are made in an amendment. It can be undone with Ctrl+Z.`}
      </p>
      <Odd view={view} sheet={sheet} />
      <PartialDateField
        label={t`In force from`}
        value={inForceOn}
        onChange={setDay}
        description={t`Empty where the day is not known.`}
        error={fieldError("inForceOn")}
      />
      <TextField
        label={t`The letter it rests on`}
        lang="da"
        value={letter}
        onChange={setLetter}
        description={t`For example: letter of grant of 3 May 2019, ref. 19-1234. Where there is none, why.`}
        error={fieldError("letter")}
      />
      <OptionalSelect
        label={t`That letter among the documents`}
        labelAbove
        value={document}
        options={documents.map((one) => ({ value: String(one.document.id), label: one.document.name }))}
        onChange={setDocument}
      />
      <label className={css.tick}>
        <input type="checkbox" checked={indexed} onChange={(event) => setIndexed(event.target.checked)} />
        {t`The letter says that the grant follows prices`}
      </label>
    </FormDialog>
  );
}
