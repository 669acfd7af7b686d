import { useLingui } from "@lingui/react/macro";
import Check from "lucide-react/icons/check";
import { Button } from "../../../parts/Button";

/** Accepts a part the program has drafted. */
export function AcceptButton({ name, busy, onAccept }: { name: string; busy: boolean; onAccept: () => void }) {
  const { t } = useLingui();
  return (
    <Button icon={<Check size={14} aria-hidden />} aria-label={t`Accept “${name}”`} disabled={busy} onClick={onAccept}>
      {t`Accept`}
    </Button>
  );
}
