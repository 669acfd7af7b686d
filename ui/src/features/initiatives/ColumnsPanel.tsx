import { useSession } from "../../app/session";
import ColumnChoice from "../../parts/ColumnChoice";
import { type ColumnKey, columnKeys, isColumn } from "./layout";
import type { Rows } from "./rows";
import { store } from "./store";
import { useColumnNames } from "./useColumns";

const standing: readonly ColumnKey[] = ["number", "title"];

/** Which columns are shown, and in which order. Number and title always stand first. */
export default function ColumnsPanel({ rows }: { rows: Rows }) {
  const { preferences, setPreferences } = useSession();
  const own = preferences.columns.length > 0;
  const chosen = (own ? preferences.columns.filter(isColumn) : store.drawn).filter((key) => !standing.includes(key));
  return (
    <ColumnChoice
      names={useColumnNames(rows.register.periods)}
      chosen={chosen}
      others={columnKeys.filter((key) => !standing.includes(key) && !chosen.includes(key))}
      own={own}
      onChange={(columns) => setPreferences({ columns: [...standing, ...columns] })}
      onUsual={() => setPreferences({ columns: [] })}
    />
  );
}
