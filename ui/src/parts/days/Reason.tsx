import { useLingui } from "@lingui/react/macro";
import { TextArea } from "../TextField";

/** Why a day is moved or put aside: it stands in the history, for the one who wonders later. */
export function Reason({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}) {
  const { t } = useLingui();
  return <TextArea label={t`Reason`} rows={2} value={value} onChange={onChange} error={error} />;
}
