import { useLingui } from "@lingui/react/macro";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import X from "lucide-react/icons/x";
import { DanishText } from "../../../parts/DanishText";
import { IconButton } from "../../../parts/IconButton";
import own from "./appendix.module.css";

/** A few chosen things in an order of their own: moved and taken out by buttons. */
export function Ordered({
  label,
  items,
  onChange,
}: {
  label: string;
  /** Their names are Danish whatever the screen's language. */
  items: readonly { key: number; name: string }[];
  onChange: (keys: number[]) => void;
}) {
  const { t } = useLingui();
  const keys = items.map(({ key }) => key);
  const move = (at: number, by: number) => {
    const [key] = keys.slice(at, at + 1);
    if (key === undefined || at + by < 0 || at + by >= keys.length) return;
    const next = keys.toSpliced(at, 1);
    onChange(next.toSpliced(at + by, 0, key));
  };
  return (
    <ol className={own.ordered} aria-label={label}>
      {items.map(({ key, name }, at) => (
        <li key={key}>
          <span>
            <DanishText>{name}</DanishText>
          </span>
          <span className={own.moves}>
            <IconButton label={t`Move “${name}” up`} aria-disabled={at === 0} onClick={() => move(at, -1)}>
              <ArrowUp size={15} aria-hidden />
            </IconButton>
            <IconButton
              label={t`Move “${name}” down`}
              aria-disabled={at === keys.length - 1}
              onClick={() => move(at, 1)}
            >
              <ArrowDown size={15} aria-hidden />
            </IconButton>
            <IconButton label={t`Remove “${name}”`} onClick={() => onChange(keys.toSpliced(at, 1))}>
              <X size={15} aria-hidden />
            </IconButton>
          </span>
        </li>
      ))}
    </ol>
  );
}
