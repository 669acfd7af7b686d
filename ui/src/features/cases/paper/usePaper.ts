import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useAsOf } from "../../../app/asOf";
import { type Changed, commands, type PaperView } from "../../../ipc";
import { useSave } from "../../../parts/useSave";

/** The paper of a case on the day the screen stands on. */
export function usePaper(caseId: number) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["paper", caseId, asOf],
    queryFn: () => commands.paper(caseId, asOf),
    // The same paper on another day stays until it is loaded; another does not.
    placeholderData: (earlier) => (earlier?.committeeCaseId === caseId ? keepPreviousData(earlier) : undefined),
  });
}

/** Saving something of a paper: the reply takes the place of what is shown. */
export function usePaperSave(fields: readonly string[] = []) {
  const save = useSave(fields);
  const run = (command: () => Promise<Changed<PaperView>>, done?: (view: PaperView) => void) =>
    // Nothing is changed while the screen stands on another day, so the view is today's.
    save.run(command, { key: (view) => ["paper", view.committeeCaseId, null], done });
  return { ...save, run };
}
