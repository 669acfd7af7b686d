import ColumnChoice from "../../parts/ColumnChoice";
import { store, useChoice } from "./choice";
import { type ColumnKey, columnKeys, isColumn } from "./list/columns";
import { useColumnNames } from "./useNames";

/** Which columns the list has; the day always stands first. */
export default function ColumnsPanel() {
  const { columns } = useChoice();
  const names = useColumnNames();
  const own = columns.length > 0;
  const chosen = (own ? columns.filter(isColumn) : store.drawn).filter((key) => key !== "day");
  const others = columnKeys.filter((key) => key !== "day" && !chosen.includes(key));
  const keep = (next: readonly ColumnKey[]) => store.choose({ columns: ["day", ...next] });
  return (
    <ColumnChoice
      names={names}
      chosen={chosen}
      others={others}
      own={own}
      onChange={keep}
      onUsual={() => store.choose({ columns: [] })}
    />
  );
}
