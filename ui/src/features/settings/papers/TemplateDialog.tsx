import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useNotify } from "../../../app/notify";
import { commands, type PaperForm } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { Dialog } from "../../../parts/Dialog";
import { ErrorText } from "../../../parts/ErrorText";
import { TextField } from "../../../parts/TextField";
import { useSave } from "../../../parts/useSave";
import css from "./Papers.module.css";

/** The municipality's own Word document that papers of a form are written into. */
export function TemplateDialog({ form, onClose }: { form: PaperForm; onClose: () => void }) {
  const { t } = useLingui();
  const notify = useNotify();
  const { run, busy, error, reset } = useSave();
  const [path, setPath] = useState("");
  const [unpicked, setUnpicked] = useState<unknown>(null);
  const { id, version, name, templateName } = form;
  const set = async (to: string | null) => {
    const kept = await run(() => commands.paperFormTemplate(id, version, to), { key: ["paperForms"] });
    if (!kept) return;
    notify({ tone: "ok", text: to === null ? t`“${name}” has no template now.` : t`“${name}” has its template.` });
    onClose();
  };
  const pick = () => {
    setUnpicked(null);
    commands.paperTemplatePick().then((picked) => picked !== null && setPath(picked), setUnpicked);
  };
  return (
    <Dialog
      open
      title={t`Word template of “${name}”`}
      onClose={onClose}
      foot={
        <>
          {templateName && (
            <Button tone="bad" disabled={busy} onClick={() => void set(null)}>{t`Use no template`}</Button>
          )}
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button tone="primary" type="submit" form="paper-template" disabled={busy || path.trim() === ""}>
            {t`Use the template`}
          </Button>
        </>
      }
    >
      <p>
        {t`A Word document (.docx) with the municipality's letterhead, styles and fields. Papers of this form are written into a copy of it when they are exported to Word. The guide says which styles and fields it can have.`}
      </p>
      <p className={css.soft}>{templateName ? t`Now: ${templateName}` : t`Now: the program's own look`}</p>
      <form
        id="paper-template"
        className={css.path}
        onSubmit={(event) => {
          event.preventDefault();
          void set(path.trim());
        }}
      >
        <TextField
          label={t`File`}
          autoFocus
          value={path}
          onChange={(next) => {
            reset();
            setPath(next);
          }}
          description={t`Type the whole path, or choose it.`}
          error={error ? <ErrorText error={error} bare /> : undefined}
        />
        <Button onClick={pick}>{t`Choose …`}</Button>
      </form>
      {unpicked !== null && <ErrorText error={unpicked} />}
    </Dialog>
  );
}
