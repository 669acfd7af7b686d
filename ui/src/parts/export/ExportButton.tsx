import { useLingui } from "@lingui/react/macro";
import FileDown from "lucide-react/icons/file-down";
import { Button } from "../Button";
import type { Paper } from "./types";
import { useExport } from "./useExport";

/** A button that exports a paper; also in the palette. */
export function ExportButton(paper: Paper) {
  const { t } = useLingui();
  const { ask, dialog } = useExport([paper]);
  return (
    <>
      <Button
        icon={<FileDown size={15} aria-hidden />}
        aria-haspopup="dialog"
        onClick={(event) => {
          // A press does not focus a button everywhere; the focus must come back here.
          event.currentTarget.focus();
          ask(paper);
        }}
      >
        {t`Export …`}
      </Button>
      {dialog}
    </>
  );
}
