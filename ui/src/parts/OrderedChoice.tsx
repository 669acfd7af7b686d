import { useLingui } from "@lingui/react/macro";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { IconButton } from "./IconButton";
import css from "./panels.module.css";

/** Which of some are chosen, and in which order: the chosen first, as they stand, then the others. */
export function OrderedChoice<Key extends string>({
  names,
  chosen,
  others,
  onChange,
}: {
  names: Readonly<Record<Key, string>>;
  /** In order. */
  chosen: readonly Key[];
  others: readonly Key[];
  onChange: (chosen: readonly Key[]) => void;
}) {
  const { t } = useLingui();
  const move = (key: Key, by: number) => {
    const next = chosen.filter((other) => other !== key);
    next.splice(chosen.indexOf(key) + by, 0, key);
    onChange(next);
  };
  return (
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
                <IconButton label={t`Move ${name} up`} aria-disabled={at === 0} onClick={() => at > 0 && move(key, -1)}>
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
  );
}
