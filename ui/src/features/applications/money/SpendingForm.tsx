import { useLingui } from "@lingui/react/macro";
import type { Spending, SpentLine } from "../../../ipc";
import type { Draft } from "../page/list/fields";
import { RecordForm } from "../page/list/RecordForm";

/** Something spent as it is being written: charged to no line until one is chosen. */
export type SpendingEntry = Omit<Spending, "budgetLineId"> & { budgetLineId: number | null };

export const blankSpending = (applicationId: number): SpendingEntry => ({
  id: 0,
  version: 0,
  applicationId,
  budgetLineId: null,
  bookedOn: "",
  voucher: "",
  voucherTotal: null,
  text: "",
  ledger: "",
  amount: "",
  hours: null,
});

/** Something spent, charged to a line of the budget in force on its day. */
export function SpendingForm({
  row,
  draft,
  lines,
  onPatch,
  save,
  onEnd,
}: {
  row: SpendingEntry;
  draft: Draft<SpendingEntry>;
  lines: readonly SpentLine[];
  onPatch: (patch: Partial<SpendingEntry>) => void;
  save: (row: Spending) => Promise<unknown>;
  onEnd: (saved: boolean) => void;
}) {
  const { t } = useLingui();
  const [voucher, text] = [row.voucher, row.text];
  return (
    <RecordForm<SpendingEntry>
      label={row.id === 0 ? t`Enter spending` : t`Correct ${voucher} ${text}`}
      row={row}
      patch={draft.patch}
      begun={draft.begun}
      fields={[
        { key: "bookedOn", label: t`Day`, kind: "date", required: true },
        {
          key: "budgetLineId",
          label: t`Line of the budget`,
          kind: "select",
          numeric: true,
          required: true,
          options: lines.map(({ line }) => ({ value: String(line.id), label: line.text })),
        },
        {
          key: "amount",
          label: t`Amount, DKK`,
          kind: "amount",
          required: true,
          hint: t`With minus what is taken back.`,
        },
        { key: "hours", label: t`Hours of own staff`, kind: "quantity" },
        { key: "voucher", label: t`Voucher`, kind: "text", first: true },
        {
          key: "voucherTotal",
          label: t`The whole voucher, DKK`,
          kind: "amount",
          hint: t`Only where it is shared with other lines or projects.`,
        },
        { key: "ledger", label: t`Account`, kind: "text" },
        { key: "text", label: t`Text`, kind: "text", wide: true },
      ]}
      onPatch={onPatch}
      // The form is not sent without a line.
      save={async (entry) => entry.budgetLineId !== null && save({ ...entry, budgetLineId: entry.budgetLineId })}
      onEnd={onEnd}
    />
  );
}
