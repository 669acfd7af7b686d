import { useLingui } from "@lingui/react/macro";
import Plus from "lucide-react/icons/plus";
import type { Spending } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { DanishText } from "../../../parts/DanishText";
import { Kroner } from "../page/Kroner";
import { useShown } from "../page/shown";
import css from "./money.module.css";

/** At most so many stand under a line; all of them stand in the list below. */
const FEW = 50;

/** The vouchers charged to a line. */
export function Vouchers({
  line,
  spending,
  year,
  onCharge,
  onOpen,
}: {
  line: string;
  spending: readonly Spending[];
  year: number | null;
  onCharge: (() => void) | undefined;
  onOpen: ((spending: Spending) => void) | undefined;
}) {
  const { t } = useLingui();
  const { day } = useShown();
  const rest = spending.length - FEW;
  return (
    <div className={css.vouchers}>
      {spending.length === 0 ? (
        <p className={css.soft}>
          {year === null ? t`Nothing is charged to the line yet.` : t`Nothing is charged to the line in ${year}.`}
        </p>
      ) : (
        <table className={css.inner}>
          <caption>{t`Charged to ${line}`}</caption>
          <thead>
            <tr>
              <th scope="col">{t`Day`}</th>
              <th scope="col">{t`Voucher`}</th>
              <th scope="col">{t`Text`}</th>
              <th scope="col" data-end>{t`Amount, DKK`}</th>
            </tr>
          </thead>
          <tbody>
            {spending.slice(0, FEW).map((one) => (
              <tr key={one.id}>
                <td>{day(one.bookedOn)}</td>
                <th scope="row">
                  {onOpen ? (
                    <button type="button" className={css.link} onClick={() => onOpen(one)}>
                      {one.voucher || t`without a number`}
                    </button>
                  ) : (
                    one.voucher || t`without a number`
                  )}
                </th>
                <td>
                  <DanishText>{one.text}</DanishText>
                </td>
                <td data-end>
                  <Kroner amount={one.amount} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && <p className={css.soft}>{t`and ${rest} more, see all that is spent below`}</p>}
      {onCharge && (
        <Button icon={<Plus size={14} aria-hidden />} tone="quiet" onClick={onCharge}>
          {t`Charge this line`}
        </Button>
      )}
    </div>
  );
}
