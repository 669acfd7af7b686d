import { useLingui } from "@lingui/react/macro";
import type { MovedDay } from "../../ipc";
import { Dialog } from "../Dialog";
import { MovedList } from "./MovedList";

/** Which days moved, from and to. */
export default function MovedDialog({ days, onClose }: { days: readonly MovedDay[]; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog open title={t`Deadlines that moved`} width={640} onClose={onClose}>
      <MovedList days={days} titled />
    </Dialog>
  );
}
