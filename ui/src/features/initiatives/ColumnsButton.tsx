import { useLingui } from "@lingui/react/macro";
import Columns3 from "lucide-react/icons/columns-3";
import { lazy } from "react";
import { PanelButton } from "../../parts/PanelButton";
import type { Rows } from "./rows";

const ColumnsPanel = lazy(() => import("./ColumnsPanel"));

export function ColumnsButton({ rows }: { rows: Rows }) {
  const { t } = useLingui();
  return (
    <PanelButton label={t`Columns`} icon={<Columns3 size={15} aria-hidden />} panel={<ColumnsPanel rows={rows} />}>
      {t`Columns`}
    </PanelButton>
  );
}
