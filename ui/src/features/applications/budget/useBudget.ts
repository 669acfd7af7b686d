import { keepPreviousData, type QueryKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import { useAsOf } from "../../../app/asOf";
import { useChanged } from "../../../app/changes";
import { type BudgetPatch, type BudgetView, type Changed, commands } from "../../../ipc";
import { asFailure } from "../../../parts/ErrorText";
import { useKept } from "../../../parts/standing/useKept";
import { patched } from "./patch";

export type Budgeting = {
  /** Looks at another version; null is the newest. */
  choose: (id: number | null) => void;
  /**
   * Runs something that changes the sheet and puts the answer into what is shown. `before` is given the view and the answer
   * while the view is still as it was. Rejects with the refusal.
   */
  patch: (
    command: () => Promise<Changed<BudgetPatch>>,
    before?: (view: BudgetView, patch: BudgetPatch) => void,
  ) => Promise<BudgetPatch>;
  /** What `useSave` does with the view of a command: shows it, and the version in it. */
  shown: { key: (view: BudgetView) => QueryKey; done: (view: BudgetView) => void };
};

/** The budget of an application, and the changing of it. What was changed is not loaded again: the answer has it. */
export function useBudget(applicationId: number) {
  const client = useQueryClient();
  const changed = useChanged();
  const asOf = useAsOf();
  const [chosen, choose] = useKept<number>(`budget version ${applicationId}`);
  const key = useMemo(() => ["budget", applicationId, chosen, asOf] as const, [applicationId, chosen, asOf]);
  const query = useQuery({
    queryKey: key,
    queryFn: () => commands.budget(applicationId, chosen, asOf),
    placeholderData: keepPreviousData,
    // Lines that did not change would be searched for in vain among thousands of cells.
    structuralSharing: false,
  });
  // A version that is no more, such as one whose beginning was undone, gives way to the newest.
  const gone =
    chosen !== null && query.isError && ["record_changed", "record_missing"].includes(asFailure(query.error).code);
  useEffect(() => {
    if (gone) choose(null);
  }, [gone, choose]);

  const patch = useCallback<Budgeting["patch"]>(
    async (command, before) => {
      const reply = await command();
      if (reply.view.problems.length > 0) return reply.view;
      const view = client.getQueryData<BudgetView>(key);
      if (view) before?.(view, reply.view);
      // What is being loaded may be of before the change: it is then loaded once more.
      const loading = client.isFetching({ queryKey: key, exact: true }) > 0;
      client.setQueryData<BudgetView>(key, (now) => now && patched(now, reply.view));
      changed(reply.changed, loading ? undefined : key);
      return reply.view;
    },
    [client, changed, key],
  );
  const budgeting = useMemo<Budgeting>(() => {
    const versionIn = (view: BudgetView) => view.sheet?.budget.id ?? null;
    return {
      choose,
      patch,
      shown: {
        key: (view) => ["budget", applicationId, versionIn(view), asOf],
        done: (view) => choose(versionIn(view)),
      },
    };
  }, [choose, patch, applicationId, asOf]);
  return { query, budgeting };
}
