import { useLingui } from "@lingui/react/macro";
import Pencil from "lucide-react/icons/pencil";
import Trash from "lucide-react/icons/trash-2";
import type { KeyboardEvent } from "react";
import { useSession } from "../../../app/session";
import type { Spending } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { formatDecimal } from "../../../parts/decimal";
import { IconButton } from "../../../parts/IconButton";
import { Kroner } from "../page/Kroner";
import { useShown } from "../page/shown";
import css from "./money.module.css";

/** Something spent. F2 corrects it, Delete removes it. */
export function SpendingRow({
  one,
  at,
  measure,
  line,
  editable,
  onOpen,
  onRemove,
}: {
  one: Spending;
  at: number;
  measure: ((row: Element | null) => void) | undefined;
  /** The line's name; none where it is not in the version in force. */
  line: string | undefined;
  editable: boolean;
  onOpen: () => void;
  onRemove: () => void;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const { day, sum } = useShown();
  const whole = sum(one.voucherTotal);
  const name = one.voucher || one.text || day(one.bookedOn);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "F2") onOpen();
    else if (event.key === "Delete") onRemove();
    else return;
    event.preventDefault();
  };
  return (
    <tr ref={measure} data-index={at} aria-rowindex={at + 2}>
      <td>{day(one.bookedOn)}</td>
      <th scope="row">
        {one.voucher || "–"}
        {whole && <span className={css.under}>{t`of ${whole}`}</span>}
      </th>
      <td>
        {line === undefined ? (
          <span className={css.soft}>{t`a line of an earlier version`}</span>
        ) : (
          <DanishText>{line}</DanishText>
        )}
      </td>
      <td>
        <DanishText>{one.text}</DanishText>
      </td>
      <td>{one.ledger}</td>
      <td data-end>{one.hours !== null && formatDecimal(one.hours, language)}</td>
      <td data-end>
        <Kroner amount={one.amount} />
      </td>
      {editable && (
        <td className={css.tools}>
          <IconButton label={t`Correct ${name}`} data-spending={one.id} onClick={onOpen} onKeyDown={onKey}>
            <Pencil size={14} aria-hidden />
          </IconButton>
          <IconButton label={t`Remove ${name}`} onClick={onRemove} onKeyDown={onKey}>
            <Trash size={14} aria-hidden />
          </IconButton>
        </td>
      )}
    </tr>
  );
}
