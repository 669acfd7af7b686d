import { useLingui } from "@lingui/react/macro";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { Button } from "./Button";
import { Heading } from "./Heading";
import { IconButton } from "./IconButton";
import css from "./panels.module.css";

/** Which columns are shown, and in which order; those that always stand first are not among them. */
export default function ColumnChoice<Key extends string>({
  names,
  chosen,
  others,
  own,
  onChange,
  onUsual,
}: {
  names: Readonly<Record<Key, string>>;
  /** Shown now, in order. */
  chosen: readonly Key[];
  others: readonly Key[];
  /** Whether it is the person's own choice. */
  own: boolean;
  onChange: (columns: readonly Key[]) => void;
  /** Goes back to the usual ones. */
  onUsual: () => void;
}) {
  const { t } = useLingui();
  const move = (key: Key, by: number) => {
    const next = chosen.filter((other) => other !== key);
    next.splice(chosen.indexOf(key) + by, 0, key);
    onChange(next);
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
                    onChange(event.target.checked ? [...chosen, key] : chosen.filter((other) => other !== key))
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
      <Button disabled={!own} onClick={onUsual}>{t`Show the usual ones`}</Button>
    </div>
  );
}
