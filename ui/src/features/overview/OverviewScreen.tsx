import { useLingui } from "@lingui/react/macro";
import { ScreenHead } from "../../parts/ScreenHead";

export default function OverviewScreen() {
  const { t } = useLingui();
  return <ScreenHead title={t`Overview`} />;
}
