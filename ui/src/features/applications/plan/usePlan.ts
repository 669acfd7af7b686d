import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { useAsOf } from "../../../app/asOf";
import { commands, type Plan, type PlanView } from "../../../ipc";
import { useSave } from "../../../parts/useSave";

/** The back-plan of an application on the day of the view. */
export function usePlan(id: number) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["plan", id, asOf],
    queryFn: () => commands.plan(id, asOf),
    placeholderData: keepPreviousData,
  });
}

/** Nothing is changed while the screen stands on another day, so what is saved is today's. */
export const planKey = (id: number) => ["plan", id, null] as const;

/**
 * Settles something of a plan at once, one change after another: each starts from what the last one left, so that who ticks
 * quickly never meets their own new version as another's.
 */
export function useSettle(id: number) {
  const client = useQueryClient();
  const save = useSave(["committeeId", "reading", "meetingId"]);
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const { run } = save;
  const settle = useCallback(
    (patch: Partial<Plan>) => {
      before.current = before.current.then(() => {
        const now = client.getQueryData<PlanView>(planKey(id))?.plan;
        return now && run(() => commands.planSave({ ...now, ...patch }), { key: planKey(id) });
      });
    },
    [client, run, id],
  );
  return { ...save, settle };
}
