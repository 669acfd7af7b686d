import { useLingui } from "@lingui/react/macro";
import { CheckDialog } from "./CheckDialog";
import type { FileDialog } from "./files";
import { OpenDialog } from "./OpenDialog";
import { RestoreDialog } from "./RestoreDialog";

export default function FileDialogs({ dialog, close }: { dialog: FileDialog; close: () => void }) {
  const { t } = useLingui();
  if (dialog === "restore") return <RestoreDialog close={close} />;
  if (dialog === "check") return <CheckDialog close={close} />;
  return dialog === "open" ? (
    <OpenDialog title={t`Open a data file`} mode="write" close={close} />
  ) : (
    <OpenDialog title={t`Open a data file read-only`} mode="read_only" close={close} />
  );
}
