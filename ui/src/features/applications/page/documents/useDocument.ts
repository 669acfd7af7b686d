import type { ApplicationView, Changed } from "../../../../ipc";
import { useSave } from "../../../../parts/useSave";

/** Changes documents of an application; the reply is the application as it now stands. */
export function useDocument(fields: readonly string[] = []) {
  const save = useSave(fields);
  const run = (command: () => Promise<Changed<ApplicationView>>, done?: () => void) =>
    save.run(command, { key: (view) => ["application", view.application.id, null], done });
  return { ...save, run };
}
