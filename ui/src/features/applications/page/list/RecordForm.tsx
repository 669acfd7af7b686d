import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useSession } from "../../../../app/session";
import type { Error as CommandFailure } from "../../../../ipc";
import { readDate, readPartialDate } from "../../../../parts/date";
import { asFailure, ErrorText, errorWords } from "../../../../parts/ErrorText";
import { FormActions } from "../../../../parts/FormActions";
import { FieldInput } from "./FieldInput";
import { camel, differs, emptyOf, type Field, type FieldKind, merged } from "./fields";
import css from "./list.module.css";

const dates: Partial<Record<FieldKind, (text: string) => string | null>> = { date: readDate, partial: readPartialDate };

/**
 * The form of one record in its place. What is typed is held outside of it, so that it stays through refusals and other tabs
 * until it is saved or discarded.
 */
export function RecordForm<R extends { id: number; version: number }>({
  label,
  row,
  patch,
  begun,
  fields,
  onPatch,
  save,
  onEnd,
  dirty = false,
  children,
}: {
  label: string;
  row: R;
  /** What is typed over the record. */
  patch: Partial<R>;
  /** What of it was filled in beforehand: nothing is lost where it alone is dropped. */
  begun?: Partial<R>;
  fields: readonly Field<R>[];
  onPatch: (patch: Partial<R>) => void;
  /** Rejects with the refusal. */
  save: (row: R) => Promise<unknown>;
  onEnd: (saved: boolean) => void;
  /** Something beside the fields is changed. */
  dirty?: boolean;
  /** More fields. */
  children?: ReactNode;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const [tried, setTried] = useState(false);
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const written = { ...row, ...patch };
  // An amount is understood a moment after it was typed; what was typed elsewhere meanwhile must not be put back.
  const newest = useRef({ patch, onPatch });
  newest.current = { patch, onPatch };
  const empty = emptyOf(fields, written);
  const refused = failure?.field ? camel(failure.field) : null;
  const atField = fields.some(({ key }) => key === refused) ? refused : null;
  const changed = dirty || differs(row, patch) || unread.size > 0;
  const typed = dirty || differs({ ...row, ...begun }, patch) || unread.size > 0;

  const [answering] = useState(begun !== undefined && Object.keys(begun).length > 0);
  useEffect(() => {
    const typed = [...(form.current?.querySelectorAll<HTMLInputElement>("input, textarea") ?? [])];
    // Where something is filled in already, the last field that is empty is the one it was opened for.
    const last = answering ? typed.filter((one) => one.value === "").at(-1) : undefined;
    (last ?? form.current?.querySelector<HTMLElement>("input, textarea, button"))?.focus({ preventScroll: true });
    // The whole form where there is room, in a small window its beginning.
    form.current?.scrollIntoView({ block: "nearest" });
  }, [answering]);
  const toWrong = useCallback(() => {
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid]");
    wrong?.focus();
    // With what is said under it, or at the foot where it is about no field.
    (wrong?.parentElement ?? form.current?.querySelector("[role=alert]"))?.scrollIntoView({ block: "nearest" });
  }, []);
  // To the field that was refused, once it says so.
  useEffect(() => {
    if (failure) toWrong();
  }, [failure, toWrong]);

  const readable = (key: string, understood: boolean) =>
    setUnread((now) => new Set(understood ? [...now].filter((other) => other !== key) : [...now, key]));
  const set = (key: keyof R & string, value: unknown, understood = true) => {
    if (key === refused) setFailure(null);
    readable(key, understood);
    if (understood) newest.current.onPatch({ ...newest.current.patch, [key]: value });
  };
  const submit = async () => {
    if (busy) return;
    setTried(true);
    if (empty.length > 0 || unread.size > 0) {
      requestAnimationFrame(toWrong);
      return;
    }
    if (!changed && row.id !== 0) return onEnd(false);
    setBusy(true);
    setFailure(null);
    try {
      await save(merged(row, patch));
      onEnd(true);
    } catch (refusal) {
      setFailure(asFailure(refusal));
    } finally {
      setBusy(false);
    }
  };
  const errorOf = (field: Field<R>) => {
    if (failure && field.key === atField) return errorWords(failure, language);
    const name = field.label;
    return tried && empty.includes(field.key) ? t`Fill in “${name}”.` : undefined;
  };
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={css.fields}>
        {fields.map((field) => (
          <div
            key={field.key}
            data-wide={field.wide || field.kind === "area" || undefined}
            data-first={field.first}
            // A date that is none yet stands in its field only: it must neither be left out nor thrown away in silence.
            onInput={({ target }) => {
              const read = dates[field.kind];
              if (read && "value" in target)
                readable(field.key, String(target.value).trim() === "" || read(String(target.value)) !== null);
            }}
          >
            <FieldInput
              field={field}
              value={written[field.key]}
              error={errorOf(field)}
              onChange={(value, understood) => set(field.key, value, understood)}
            />
          </div>
        ))}
      </div>
      {children}
      {failure && atField === null && <ErrorText error={failure} />}
      <FormActions busy={busy} dirty={typed} onCancel={() => onEnd(false)} />
    </form>
  );
}
