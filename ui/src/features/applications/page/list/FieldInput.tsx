import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { AmountField } from "../../../../parts/AmountField";
import { DateField } from "../../../../parts/DateField";
import { NumberField } from "../../../../parts/NumberField";
import { OptionalSelect } from "../../../../parts/OptionalSelect";
import { PartialDateField } from "../../../../parts/PartialDateField";
import { Select } from "../../../../parts/Select";
import { TextArea, TextField } from "../../../../parts/TextField";
import { readTime } from "../../../../parts/time";
import { type Field, readNumber } from "./fields";
import css from "./list.module.css";

type Props<R> = {
  field: Field<R>;
  value: unknown;
  error: string | undefined;
  /** The second says whether what stands in the field was understood. */
  onChange: (value: string | number | boolean | null, understood?: boolean) => void;
};

/** Nothing is the same in a field whether a record has it as null or as "". */
const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** One field of a record's form, by its kind. */
export function FieldInput<R>({ field, value, error, onChange }: Props<R>) {
  const { label, hint } = field;
  const common = { label, description: hint, error };
  switch (field.kind) {
    case "text":
      return <TextField {...common} lang="da" value={text(value) ?? ""} onChange={onChange} />;
    case "area":
      return <TextArea {...common} lang="da" rows={3} value={text(value) ?? ""} onChange={onChange} />;
    case "amount":
      return <AmountField {...common} value={text(value)} onChange={onChange} />;
    case "date":
      return <DateField {...common} value={text(value)} onChange={onChange} />;
    case "partial":
      return <PartialDateField {...common} value={text(value)} onChange={onChange} />;
    case "quantity":
    case "share":
      return <NumberField {...common} share={field.kind === "share"} value={text(value)} onChange={onChange} />;
    case "time":
    case "number":
      return <TypedInput field={field} value={value} error={error} onChange={onChange} />;
    case "tick":
      return (
        <>
          <label className={css.tick}>
            <input type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
            {label}
          </label>
          {error && <p className={css.wrong}>{error}</p>}
        </>
      );
    case "select":
      return (
        <>
          <Choice field={field} value={value} onChange={onChange} />
          {hint && <p className={css.hint}>{hint}</p>}
          {error && <p className={css.wrong}>{error}</p>}
        </>
      );
  }
}

/** A time of day or a whole number, typed as text; what cannot be read stays in the field. */
function TypedInput<R>({ field, value, error, onChange }: Props<R>) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(isNone(value) ? "" : String(value));
  const time = field.kind === "time";
  const read = (next: string) => (time ? readTime(next) : readNumber(next));
  const wrong = typed.trim() !== "" && read(typed) === null;
  const sentence = time ? t`Not a time of day. Write for example 12:00.` : t`Write a whole number.`;
  return (
    <TextField
      label={field.label}
      inputMode="numeric"
      description={field.hint}
      error={error ?? (wrong ? sentence : undefined)}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        onChange(read(next), next.trim() === "" || read(next) !== null);
      }}
    />
  );
}

const isNone = (value: unknown) => value === null || value === undefined || value === 0;

function Choice<R>({ field, value, onChange }: Omit<Props<R>, "error">) {
  const { label, options = [], required, numeric } = field;
  const shown = value === null || value === undefined ? "" : String(value);
  const take = (next: string | null) => onChange(next === null || next === "" ? null : numeric ? Number(next) : next);
  const whole = required || options.some((option) => option.value === "");
  return whole ? (
    <Select label={label} labelAbove value={shown} options={options} onChange={take} />
  ) : (
    <OptionalSelect label={label} labelAbove value={shown || null} options={options} onChange={take} />
  );
}
