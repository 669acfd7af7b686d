import { useLingui } from "@lingui/react/macro";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { useSession } from "../../app/session";
import { Button } from "../../parts/Button";
import { Heading } from "../../parts/Heading";
import { IconButton } from "../../parts/IconButton";
import { type ColumnKey, columnKeys, isColumn } from "./layout";
import css from "./panels.module.css";
import type { Rows } from "./rows";
import { store } from "./store";
import { useColumnNames } from "./useColumns";

const standing: readonly ColumnKey[] = ["number", "title"];

/** Which columns are shown, and in which order. Number and title always stand first. */
export default function ColumnsPanel({ rows }: { rows: Rows }) {
  const { t } = useLingui();
  const { preferences, setPreferences } = useSession();
  const names = useColumnNames(rows.register.periods);
  const own = preferences.columns.length > 0;
  const chosen = (own ? preferences.columns.filter(isColumn) : store.drawn).filter((key) => !standing.includes(key));
  const others = columnKeys.filter((key) => !standing.includes(key) && !chosen.includes(key));
  const keep = (columns: readonly ColumnKey[]) => setPreferences({ columns: [...standing, ...columns] });
  const move = (key: ColumnKey, by: number) => {
    const next = chosen.filter((other) => other !== key);
    next.splice(chosen.indexOf(key) + by, 0, key);
    keep(next);
  };
  return (
    <div className={css.columns}>
      <Heading level={2}>{t`Columns`}</Heading>
      <p className={css.hint}>
        {own ? t`Your own choice.` : t`The usual ones: those that fit the width. Choose your own below.`}
      </p>
      <ul className={css.choices}>
        {[...chosen, ...others].map((key) => {
          const at = chosen.indexOf(key);
          const name = names[key];
          return (
            <li key={key}>
              <label>
                <input
                  type="checkbox"
                  checked={at >= 0}
                  onChange={(event) =>
                    keep(event.target.checked ? [...chosen, key] : chosen.filter((other) => other !== key))
                  }
                />
                {name}
              </label>
              {at >= 0 && (
                <span className={css.moves}>
                  <IconButton
                    label={t`Move ${name} up`}
                    aria-disabled={at === 0}
                    onClick={() => at > 0 && move(key, -1)}
                  >
                    <ArrowUp size={15} aria-hidden />
                  </IconButton>
                  <IconButton
                    label={t`Move ${name} down`}
                    aria-disabled={at === chosen.length - 1}
                    onClick={() => at < chosen.length - 1 && move(key, 1)}
                  >
                    <ArrowDown size={15} aria-hidden />
                  </IconButton>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <Button disabled={!own} onClick={() => setPreferences({ columns: [] })}>{t`Show the usual ones`}</Button>
    </div>
  );
}
