import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { DeadlineItem } from "../../ipc";
import { TextField } from "../TextField";
import { useSave } from "../useSave";
import { MarkDialog } from "./MarkDialog";
import { unmarked, useMark } from "./useMark";

/** Says who a day waits on. */
export default function WaitDay({ item, onClose }: { item: DeadlineItem; onClose: () => void }) {
  const { t } = useLingui();
  const save = useSave(["waitingFor"]);
  const mark = useMark(save);
  const [whom, setWhom] = useState(item.waitingFor);
  const own = item.mark?.waitingFor;
  return (
    <MarkDialog
      title={t`The deadline waits on someone`}
      item={item}
      verb={t`Save`}
      save={save}
      ready={whom.trim() !== ""}
      dirty={whom !== item.waitingFor}
      onSave={() => mark(item, { waitingFor: whom.trim() })}
      back={own ? { label: t`It waits on nobody any more`, run: () => mark(item, unmarked.waiting) } : undefined}
      onClose={onClose}
    >
      <TextField
        label={t`Who it waits on`}
        value={whom}
        onChange={setWhom}
        description={t`A person, an office or a partner.`}
        error={save.fieldError("waitingFor")}
      />
    </MarkDialog>
  );
}
