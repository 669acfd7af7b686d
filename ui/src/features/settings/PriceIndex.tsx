import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import { commands, type PriceIndexRow } from "../../ipc";
import { Mark } from "../../parts/Mark";
import { AddPriceYear } from "./AddPriceYear";
import { EditableTable } from "./EditableTable";
import { readPercent, showPercent } from "./figures";
import { patched, useReferenceChange } from "./useChange";

export function PriceIndex({ rows }: { rows: PriceIndexRow[] }) {
  const { t } = useLingui();
  const { language } = useSession();
  const change = useReferenceChange();
  const save = (row: PriceIndexRow, patch: Partial<PriceIndexRow>) =>
    change((now) => commands.priceIndexSave(patched(now.priceIndex, row, patch)));
  const newest = [...rows].sort((a, b) => b.year - a.year);
  return (
    <>
      <Mark tone="info" filled>
        {t`This is the state's general price and wage index, not KL's index for the municipalities. It is used when amounts are shown in another price level.`}
      </Mark>
      <EditableTable
        label={t`The price index`}
        rows={newest}
        name={(row) => String(row.year)}
        empty={t`No years yet. Add the first below.`}
        columns={[
          { title: t`Year`, width: 60, shown: (row) => String(row.year) },
          {
            title: t`Rise from the year before, pct.`,
            width: 120,
            figure: true,
            shown: (row) => showPercent(row.generalPct, language),
            read: readPercent,
            wrong: t`Not a rise in per cent with one decimal. Write for example 1,3.`,
            save: (row, generalPct) => save(row, { generalPct }),
          },
          {
            title: t`Edition`,
            width: 110,
            shown: (row) => row.vintage,
            save: (row, vintage) => save(row, { vintage }),
          },
          { title: t`Source`, shown: (row) => row.source, save: (row, source) => save(row, { source }) },
        ]}
      />
      <AddPriceYear newest={newest[0]} />
    </>
  );
}
