import { useLingui } from "@lingui/react/macro";
import Search from "lucide-react/icons/search";
import X from "lucide-react/icons/x";
import { type ComponentProps, useRef } from "react";
import css from "./SearchField.module.css";

type Own = { label: string; value: string; onChange: (value: string) => void };

/** A search as you type; Escape empties it, and only then leaves the key to what lies outside. */
export function SearchField({
  label,
  value,
  onChange,
  onKeyDown,
  ref,
  ...rest
}: Own & Omit<ComponentProps<"input">, keyof Own>) {
  const { t } = useLingui();
  const own = useRef<HTMLInputElement>(null);
  return (
    <div className={css.search}>
      <Search size={15} aria-hidden />
      <input
        type="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        {...rest}
        ref={(input) => {
          own.current = input;
          if (typeof ref === "function") ref(input);
          else if (ref) ref.current = input;
        }}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (event.key === "Escape" && value && !event.defaultPrevented) {
            event.preventDefault();
            event.stopPropagation();
            onChange("");
          }
        }}
      />
      {value && (
        <button
          type="button"
          aria-label={t`Clear the search`}
          title={t`Clear the search`}
          onClick={() => {
            onChange("");
            own.current?.focus();
          }}
        >
          <X size={15} aria-hidden />
        </button>
      )}
    </div>
  );
}
