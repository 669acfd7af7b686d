import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { commands, type Language } from "../ipc";
import { formatAmount, oere } from "../money";
import { asFailure, errorWords } from "./ErrorText";
import type { FieldProps } from "./Field";
import { TextField } from "./TextField";
import { type Reading, useUnderstood } from "./useUnderstood";

const written = (value: string | null, language: Language) =>
  value === null ? "" : formatAmount(oere(value), "kr", language);

/**
 * An amount in kroner, typed as people write it: `1.725.104`, `1725104,00`, `1,7 mio.`. The program says what it understood.
 * `onChange` is called with the amount as it crosses to the program, null when it is emptied, and whether what stands in the
 * field was understood; while it was not, the value is the last one that was. A form that is sent before the answer is there
 * waits for it, so that what was typed is what is sent.
 */
export function AmountField({
  value,
  onChange,
  description,
  error,
  ...field
}: FieldProps & {
  value: string | null;
  onChange: (value: string | null, understood: boolean) => void;
  disabled?: boolean;
  autoFocus?: boolean;
}) {
  const { t, i18n } = useLingui();
  const language = i18n.locale === "en" ? "en" : "da";
  const [text, setText] = useState(() => written(value, language));
  const [wrong, setWrong] = useState<string>();
  const told = useRef(value);
  const asked = useRef(0);
  const reading = useRef<Reading>("understood");
  const [answers, setAnswers] = useState(0);
  const { field: input, answered } = useUnderstood(() => reading.current);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    reading.current = "understood";
    setText(written(value, language));
    setWrong(undefined);
  }, [value, language]);

  // Only now does the form around it know the answer too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    if (answers !== asked.current) return;
    reading.current = wrong === undefined ? "understood" : "wrong";
    answered();
  }, [answers]);

  const read = async (next: string) => {
    setText(next);
    asked.current += 1;
    const mine = asked.current;
    reading.current = "pending";
    try {
      const amount = await commands.amountRead(next);
      // What was typed since has its own answer under way.
      if (mine !== asked.current) return;
      told.current = amount;
      setWrong(undefined);
      onChange(amount, true);
    } catch (refusal) {
      if (mine !== asked.current) return;
      setWrong(errorWords(asFailure(refusal), language));
      onChange(told.current, false);
    }
    setAnswers(mine);
  };
  const kroner = value !== null && written(value, language);
  return (
    <TextField
      {...field}
      ref={input}
      value={text}
      onChange={(next) => void read(next)}
      description={kroner && !wrong ? t`DKK ${kroner}` : description}
      error={error ?? wrong}
    />
  );
}
