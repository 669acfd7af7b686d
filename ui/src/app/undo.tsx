import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { commands } from "../ipc";
import { asFailure, ErrorText } from "../parts/ErrorText";
import { useAction } from "./actions";
import { useChanged } from "./changes";
import { useNotify } from "./notify";
import { useOperation } from "./operations";
import { useSession } from "./session";

/** Ctrl+Z and Ctrl+Y for the whole file; inside a text field the field's own stay in force. */
export function useUndo() {
  const { t } = useLingui();
  const { writable } = useSession();
  const changed = useChanged();
  const notify = useNotify();
  const operation = useOperation();

  const step = useCallback(
    (back: boolean) => {
      const ask = back ? commands.undo() : commands.redo();
      ask.then(
        ({ view, changed: tables }) => {
          if (view.kind === null) return;
          changed(tables);
          const what = [operation(view.kind), view.record].filter(Boolean).join(" · ");
          notify({ tone: "ok", text: back ? t`Undone: ${what}` : t`Done again: ${what}` });
        },
        (error: unknown) => {
          const nothing = ["nothing_to_undo", "nothing_to_redo"].includes(asFailure(error).code);
          notify({ tone: nothing ? "info" : "bad", text: <ErrorText error={error} bare /> });
        },
      );
    },
    [changed, notify, operation, t],
  );

  const group = t`Edit`;
  useAction({ id: "history.undo", title: t`Undo`, keys: "Ctrl+Z", group, run: () => step(true), enabled: writable });
  useAction({
    id: "history.redo",
    title: t`Redo`,
    keys: "Ctrl+Y Ctrl+Shift+Z",
    group,
    run: () => step(false),
    enabled: writable,
  });
}
