import { useLingui } from "@lingui/react/macro";
import { ScreenHead } from "../../parts/ScreenHead";

export default function CasesScreen() {
  const { t } = useLingui();
  return <ScreenHead title={t`Committee cases`} />;
}
