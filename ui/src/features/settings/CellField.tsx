import { useLingui } from "@lingui/react/macro";
import { useId, useRef, useState } from "react";
import { useSession } from "../../app/session";
import { ErrorText } from "../../parts/ErrorText";
import css from "./CellField.module.css";

/**
 * A field in a table, kept when it is left or Enter is pressed; Escape takes back what was typed. `read` turns the text into
 * what is kept, or says with null that it is none.
 */
export function CellField({
  label,
  value,
  figure = false,
  framed = false,
  optional = false,
  read = (text) => text.trim(),
  wrong,
  beside,
  save,
}: {
  label: string;
  value: string;
  figure?: boolean;
  /** Alone, and not in a table whose lines show where one can type. */
  framed?: boolean;
  /** Whether it may be empty. */
  optional?: boolean;
  read?: (text: string) => string | null;
  /** What to say when `read` finds nothing. */
  wrong?: string;
  /** A word or two after it, which are read out with it; null where there are none now, and may be later. */
  beside?: string | null;
  save: (value: string) => Promise<void>;
}) {
  const { t } = useLingui();
  const { writable } = useSession();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const seen = useRef(value);

  const takeBack = () => {
    setTyped(null);
    setProblem(null);
  };
  const keep = async () => {
    if (typed === null) return;
    if (typed.trim() === value) return takeBack();
    const next = read(typed);
    if (next === null || (next === "" && !optional)) return setProblem(wrong ?? t`The field cannot be empty.`);
    if (value !== seen.current) {
      seen.current = value;
      return setProblem(t`Changed meanwhile to “${value}”. Press Enter to put yours in its place, Escape to keep it.`);
    }
    try {
      await save(next);
      takeBack();
    } catch (refusal) {
      setProblem(refusal);
    }
  };

  const field = (
    <input
      type="text"
      className={css.field}
      aria-label={label}
      aria-invalid={problem !== null || undefined}
      aria-describedby={[problem !== null && id, beside && `${id}-beside`].filter(Boolean).join(" ") || undefined}
      data-figure={figure || undefined}
      data-framed={framed || undefined}
      autoComplete="off"
      spellCheck={false}
      readOnly={!writable}
      value={typed ?? value}
      onFocus={() => {
        if (typed === null) seen.current = value;
      }}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === "Enter") void keep();
        if (event.key === "Escape" && typed !== null) {
          event.stopPropagation();
          takeBack();
        }
      }}
    />
  );

  return (
    <>
      {beside === undefined ? (
        field
      ) : (
        <div className={css.besides}>
          {field}
          {beside !== null && (
            <span id={`${id}-beside`} className={css.beside}>
              {beside}
            </span>
          )}
        </div>
      )}
      {problem !== null && (
        <div id={id} className={css.problem} role="alert">
          {typeof problem === "string" ? problem : <ErrorText error={problem} bare />}
        </div>
      )}
    </>
  );
}
