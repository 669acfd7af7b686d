import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSession } from "../../app/session";
import { formatDate } from "../../format";
import type { DeadlineItem } from "../../ipc";
import { DateField } from "../DateField";
import { useSave } from "../useSave";
import { MarkDialog } from "./MarkDialog";
import { Reason } from "./Reason";
import { unmarked, useMark } from "./useMark";
import { formatKnownDay } from "./when";

/** Moves a day to another, with a reason; `to` is the day filled in, say where it was dropped. */
export default function MoveDay({
  item,
  to = item.on,
  onClose,
}: {
  item: DeadlineItem;
  to?: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const save = useSave(["pinnedOn", "pinnedReason", "dueOn"]);
  const mark = useMark(save);
  const [day, setDay] = useState<string | null>(to);
  const [reason, setReason] = useState(item.mark?.pinnedReason ?? "");
  const now = formatKnownDay(item, language, "long");
  const ruled = item.ruledOn && formatDate(item.ruledOn, language, "long");
  const pinned = item.mark !== null && item.mark.pinnedOn !== null;
  return (
    <MarkDialog
      title={t`Move the deadline`}
      item={item}
      verb={t`Move`}
      save={save}
      ready={day !== null && reason.trim() !== ""}
      dirty={day !== to || reason !== (item.mark?.pinnedReason ?? "")}
      onSave={() => mark(item, { pinnedOn: day, pinnedReason: reason.trim() })}
      back={
        pinned && ruled
          ? { label: t`Back to ${ruled}, as the rule says`, run: () => mark(item, unmarked.pin) }
          : undefined
      }
      onClose={onClose}
    >
      <DateField
        label={t`New day`}
        value={day}
        onChange={setDay}
        description={t`It is now on ${now}.`}
        error={save.fieldError("pinnedOn") ?? save.fieldError("dueOn")}
      />
      <Reason value={reason} onChange={setReason} error={save.fieldError("pinnedReason")} />
    </MarkDialog>
  );
}
