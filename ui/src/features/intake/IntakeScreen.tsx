import { useLingui } from "@lingui/react/macro";
import { ScreenHead } from "../../parts/ScreenHead";

export default function IntakeScreen() {
  const { t } = useLingui();
  return <ScreenHead title={t`Read in a sheet`} />;
}
