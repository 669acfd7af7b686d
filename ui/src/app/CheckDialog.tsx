import { useLingui } from "@lingui/react/macro";
import { Dialog } from "../parts/Dialog";
import { CheckResult } from "./CheckResult";

export function CheckDialog({ close }: { close: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog title={t`Check of the data file`} open onClose={close} width={600}>
      <CheckResult />
    </Dialog>
  );
}
