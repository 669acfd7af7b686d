import { useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import type { SavedView } from "../ipc";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { TextField } from "./TextField";

/** Asks for the name of a view. */
export default function ViewName({
  view,
  keeps,
  taken,
  onClose,
  onSave,
}: {
  view: SavedView;
  /** What a view keeps, in a sentence. */
  keeps: string;
  taken: readonly string[];
  onClose: () => void;
  /** Whether it was saved; otherwise the name stays in the field. */
  onSave: (name: string) => Promise<boolean>;
}) {
  const { t } = useLingui();
  const form = useId();
  const [name, setName] = useState(view.name);
  const wanted = name.trim();
  const double = taken.includes(wanted);
  return (
    <Dialog
      title={view.id === 0 ? t`Save view` : t`Rename view`}
      open
      onClose={onClose}
      width={420}
      foot={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button tone="primary" type="submit" form={form} disabled={!wanted || double}>{t`Save`}</Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={async (event) => {
          event.preventDefault();
          if (wanted && !double && (await onSave(wanted))) onClose();
        }}
      >
        <TextField
          label={t`Name`}
          value={name}
          onChange={setName}
          autoFocus
          maxLength={80}
          description={keeps}
          error={double ? t`There is already a view of that name.` : undefined}
        />
      </form>
    </Dialog>
  );
}
