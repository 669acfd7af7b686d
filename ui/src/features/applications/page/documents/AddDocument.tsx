import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useWord } from "../../../../format";
import { commands, type DocumentKind } from "../../../../ipc";
import { ErrorText } from "../../../../parts/ErrorText";
import { FormActions } from "../../../../parts/FormActions";
import { Select } from "../../../../parts/Select";
import css from "../Section.module.css";
import { documentKinds } from "./kinds";
import { PathField } from "./PathField";
import { useDocument } from "./useDocument";

/** Copies a file into the folder of documents. */
export function AddDocument({ applicationId, onEnd }: { applicationId: number; onEnd: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const [path, setPath] = useState("");
  const [kind, setKind] = useState<DocumentKind>("other");
  const save = useDocument();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save.run(() => commands.documentAdd(applicationId, path.trim(), kind), onEnd);
  };
  return (
    <form className={css.form} aria-label={t`Add document`} onSubmit={submit}>
      <PathField path={path} onChange={setPath} />
      <Select
        label={t`Document type`}
        labelAbove
        value={kind}
        options={documentKinds.map((value) => ({ value, label: word("document_kind", value) }))}
        onChange={setKind}
      />
      {save.error && <ErrorText error={save.error} />}
      <FormActions
        save={t`Add document`}
        busy={save.busy}
        disabled={path.trim() === ""}
        dirty={path !== ""}
        onCancel={onEnd}
      />
    </form>
  );
}
