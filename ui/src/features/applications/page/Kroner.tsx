import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../../app/session";
import { formatAmount, oere } from "../../../money";
import { Unseen } from "../../../parts/Figure";

/** An amount in whole kroner, øre where there are any; a dash, read as words, where none is recorded. */
export function Kroner({ amount, unit = false }: { amount: string | null; unit?: boolean }) {
  const { t } = useLingui();
  const { language } = useSession();
  if (amount === null)
    return (
      <>
        <span aria-hidden>–</span>
        <Unseen>{t`not recorded`}</Unseen>
      </>
    );
  const kroner = formatAmount(oere(amount), "kr", language);
  return unit ? t`DKK ${kroner}` : kroner;
}
