import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Popover } from "react-aria-components/Popover";
import { useSession } from "../../../app/session";
import { type ApplicationRow, commands } from "../../../ipc";
import { formatAmount, oere } from "../../../money";
import { asFailure, errorWords } from "../../../parts/ErrorText";
import { Spoken } from "../../../parts/Spoken";
import css from "./list.module.css";
import { Conflict } from "./useQuick";

/** Where the focus goes when a cell is done with. */
export type Leaving = "stay" | "next" | "previous" | "away";

type Props = {
  label: string;
  field: "title" | "requested";
  row: ApplicationRow;
  /** The letter that began it, in place of what stood there; null keeps what stood there. */
  typed: string | null;
  save: (seen: ApplicationRow, value: string | null) => Promise<void>;
  leave: (to: Leaving) => void;
};

/** A cell of text being changed: Enter and Tab save, Escape takes back. Nothing typed is lost to an error or to another's change. */
export function CellEditor({ label, field, row, typed, save, leave }: Props) {
  const { t } = useLingui();
  const { language } = useSession();
  const shown = (of: ApplicationRow) => {
    if (field === "title") return of.title;
    return of.requested === null ? "" : formatAmount(oere(of.requested), "kr", language);
  };
  const input = useRef<HTMLInputElement>(null);
  const note = useId();
  const [text, setText] = useState(typed ?? shown(row));
  const [seen, setSeen] = useState(row);
  const [problem, setProblem] = useState<ReactNode>(null);
  const saving = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it opens
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(text.length, text.length);
  }, []);

  const keep = async (to: Leaving) => {
    if (saving.current) return;
    if (text.trim() === shown(seen) && problem === null) return leave(to);
    saving.current = true;
    try {
      await save(seen, field === "title" ? text.trim() : await commands.amountRead(text));
      leave(to);
    } catch (refusal) {
      if (refusal instanceof Conflict) {
        setSeen(refusal.now);
        const { who } = refusal;
        const now = shown(refusal.now);
        setProblem(
          <>
            {who ? t`${who} changed this meanwhile to “${now}”.` : t`This was changed meanwhile to “${now}”.`}{" "}
            {t`Enter puts yours in its place, Escape keeps theirs.`}
          </>,
        );
      } else setProblem(errorWords(asFailure(refusal), language));
    } finally {
      saving.current = false;
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const to: Leaving | null =
      event.key === "Enter" ? "stay" : event.key === "Tab" ? (event.shiftKey ? "previous" : "next") : null;
    if (to) {
      event.preventDefault();
      void keep(to);
    } else if (event.key === "Escape") {
      event.preventDefault();
      leave("stay");
    }
  };

  return (
    <>
      <input
        ref={input}
        type="text"
        className={css.editor}
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : note}
        data-figure={field === "requested" || undefined}
        lang={field === "title" ? "da" : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onBlur={() => void keep("away")}
      />
      {problem !== null && (
        <Spoken>
          <Popover isNonModal isOpen triggerRef={input} placement="bottom start" className={css.note ?? ""}>
            <div id={note} role="alert">
              {problem}
            </div>
          </Popover>
        </Spoken>
      )}
    </>
  );
}
