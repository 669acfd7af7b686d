import { useLingui } from "@lingui/react/macro";
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { useChanged } from "../app/changes";
import type { Changed, Error as CommandFailure, MovedDay } from "../ipc";
import { asFailure, errorWords } from "./ErrorText";
import { tellMoved } from "./moved/moved";

export type Save = {
  busy: boolean;
  /** What was refused, where it is about no field the form shows; for `ErrorText`. */
  error: CommandFailure | null;
  /** What is wrong with a field, by its name in the view; undefined when nothing is. */
  fieldError: (field: string) => string | undefined;
  /**
   * Runs a command that changes something: puts the reply's view in the query where a key is given, loads again what else
   * changed, calls `done`, and tells which days moved with it. Resolves to whether it went well. While one runs another is not begun.
   */
  run: <View>(command: () => Promise<Reply<View>>, then?: Then<View>) => Promise<boolean>;
  /** Forgets the refusal. */
  reset: () => void;
};

/** What a change is answered with; days that moved with it where it can move any. */
type Reply<View> = Changed<View> & { moved?: MovedDay[] };

type Then<View> = {
  /** The query the view belongs to, or how to tell it from the view. */
  key?: QueryKey | ((view: View) => QueryKey);
  done?: (view: View) => void;
  /** The key of a day the person moves by this itself, which is then no news. */
  typed?: string;
};

/** `period_start` as `periodStart`: the program names a field by its column where the refusal comes from the file. */
const camel = (field: string) => field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The saving of a form: whether it is under way, what was refused and at which of these fields. */
export function useSave(fields: readonly string[] = []): Save {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const changed = useChanged();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const running = useRef(false);

  const run = useCallback<Save["run"]>(
    async (command, then) => {
      if (running.current) return false;
      running.current = true;
      setBusy(true);
      setFailure(null);
      try {
        const reply = await command();
        const { view, changed: tables } = reply;
        if (then?.key) client.setQueryData(typeof then.key === "function" ? then.key(view) : then.key, view);
        changed(tables);
        then?.done?.(view);
        tellMoved(reply, then?.typed);
        return true;
      } catch (refusal) {
        setFailure(asFailure(refusal));
        return false;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [client, changed],
  );
  const field = failure?.field ? camel(failure.field) : null;
  const shown = field !== null && fields.includes(field);
  const words = failure && errorWords(failure, i18n.locale === "en" ? "en" : "da");
  return {
    busy,
    error: shown ? null : failure,
    fieldError: (name) => (shown && name === field ? (words ?? undefined) : undefined),
    run,
    reset: useCallback(() => setFailure(null), []),
  };
}
