import { useLingui } from "@lingui/react/macro";
import ChevronDown from "lucide-react/icons/chevron-down";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { foldA, foldB } from "../fold";
import css from "./ComboField.module.css";
import field from "./Field.module.css";
import overlay from "./Overlay.module.css";
import type { Option } from "./Select";

/** One of many, found by typing part of its name in any spelling. */
export function ComboField({
  label,
  value,
  options,
  onChange,
  placeholder,
  disabled,
}: {
  label: string;
  value: string;
  options: readonly Option<string>[];
  onChange: (value: string) => void;
  placeholder?: string;
  disabled?: boolean;
}) {
  const { t, i18n } = useLingui();
  const chosen = options.find((option) => option.value === value)?.label ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const shown = useMemo(
    () => matching(options, typed === null || typed === chosen ? "" : typed),
    [options, typed, chosen],
  );
  return (
    <I18nProvider locale={i18n.locale === "en" ? "en-GB" : "da-DK"}>
      <ComboBox
        className={field.field ?? ""}
        items={shown}
        inputValue={typed ?? chosen}
        onInputChange={setTyped}
        value={value || null}
        onChange={(key) => {
          if (key === null) return;
          setTyped(null);
          onChange(String(key));
        }}
        onOpenChange={(open) => !open && setTyped(null)}
        onBlur={() => setTyped(null)}
        menuTrigger="focus"
        allowsEmptyCollection
        isDisabled={disabled}
      >
        <Label className={field.label}>{label}</Label>
        <div className={css.box}>
          <Input className={field.input ?? ""} placeholder={placeholder} spellCheck={false} />
          <Button className={css.button ?? ""}>
            <ChevronDown size={15} aria-hidden />
          </Button>
        </div>
        <Popover className={`${overlay.popover} ${css.list}`}>
          <ListBox<Option<string>>
            className={overlay.list ?? ""}
            renderEmptyState={() => <p className={css.none}>{t`None is called that.`}</p>}
          >
            {(option) => (
              <ListBoxItem id={option.value} textValue={option.label} className={overlay.item ?? ""}>
                <span className={overlay.label}>{option.label}</span>
                {option.more && <span className={overlay.keys}>{option.more}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  );
}

function matching(options: readonly Option<string>[], typed: string): Option<string>[] {
  const a = foldA(typed.trim());
  const b = foldB(typed.trim());
  const hits = options.filter((one) => foldA(one.label).includes(a) || foldB(one.label).includes(b));
  const first = (one: Option<string>) => (foldA(one.label).startsWith(a) || foldB(one.label).startsWith(b) ? 0 : 1);
  return a === "" ? hits : hits.sort((one, other) => first(one) - first(other));
}
