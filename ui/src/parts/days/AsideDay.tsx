import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { DeadlineItem } from "../../ipc";
import { DateField } from "../DateField";
import { useSave } from "../useSave";
import { MarkDialog } from "./MarkDialog";
import { Reason } from "./Reason";
import { unmarked, useMark } from "./useMark";

/** Puts a day aside: it is not flagged until another day, with a reason. The deadline itself stays where it is. */
export default function AsideDay({ item, onClose }: { item: DeadlineItem; onClose: () => void }) {
  const { t } = useLingui();
  const save = useSave(["asideUntil", "asideReason"]);
  const mark = useMark(save);
  const [until, setUntil] = useState(item.asideUntil);
  const [reason, setReason] = useState(item.mark?.asideReason ?? "");
  return (
    <MarkDialog
      title={t`Put the deadline aside`}
      item={item}
      verb={t`Put aside`}
      save={save}
      ready={until !== null && reason.trim() !== ""}
      dirty={until !== item.asideUntil || reason !== (item.mark?.asideReason ?? "")}
      onSave={() => mark(item, { asideUntil: until, asideReason: reason.trim() })}
      back={item.asideUntil ? { label: t`Take it up again`, run: () => mark(item, unmarked.aside) } : undefined}
      onClose={onClose}
    >
      <DateField
        label={t`Until`}
        value={until}
        onChange={setUntil}
        description={t`It is not flagged before that day. The deadline itself does not move.`}
        error={save.fieldError("asideUntil")}
      />
      <Reason value={reason} onChange={setReason} error={save.fieldError("asideReason")} />
    </MarkDialog>
  );
}
