import { useLingui } from "@lingui/react/macro";
import { commands } from "../../../../ipc";
import { Button } from "../../../../parts/Button";
import { TextField } from "../../../../parts/TextField";
import css from "../Section.module.css";

/** A file by its typed path, or picked in the system's dialog. */
export function PathField({
  path,
  onChange,
  error,
}: {
  path: string;
  onChange: (path: string) => void;
  error?: string;
}) {
  const { t } = useLingui();
  const pick = async () => {
    const picked = await commands.documentPick();
    if (picked !== null) onChange(picked);
  };
  return (
    <div className={css.path}>
      <TextField label={t`File`} autoFocus value={path} onChange={onChange} error={error} />
      <Button onClick={() => void pick()}>{t`Choose …`}</Button>
    </div>
  );
}
