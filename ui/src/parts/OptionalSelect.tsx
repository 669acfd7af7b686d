import { useLingui } from "@lingui/react/macro";
import { type Option, Select } from "./Select";

/** One choice of a few, or none. */
export function OptionalSelect<T extends string>({
  value,
  options,
  onChange,
  none,
  ...rest
}: {
  label: string;
  labelAbove?: boolean;
  hideLabel?: boolean;
  quiet?: boolean;
  value: T | null;
  options: readonly Option<T>[];
  onChange: (value: T | null) => void;
  disabled?: boolean;
  /** The word for none, where another says it better. */
  none?: string;
}) {
  const { t } = useLingui();
  const all: Option<T | "">[] = [{ value: "", label: none ?? t({ message: "None", context: "choice" }) }, ...options];
  return (
    <Select {...rest} value={value ?? ""} options={all} onChange={(next) => onChange(next === "" ? null : next)} />
  );
}
