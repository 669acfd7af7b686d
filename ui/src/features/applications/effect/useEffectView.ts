import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useAsOf } from "../../../app/asOf";
import { commands, type EffectPart, type EffectPartKind, type EffectView } from "../../../ipc";
import { useReply } from "../page/part";

export function useEffectView(applicationId: number) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["effect", applicationId, asOf],
    queryFn: () => commands.effect(applicationId, asOf),
    placeholderData: (earlier) => (earlier?.applicationId === applicationId ? keepPreviousData(earlier) : undefined),
  });
}

/** Saving and removing effects and their years. Both reject with the refusal. */
export function useEffectPart(applicationId: number) {
  const reply = useReply<EffectView>("effect", applicationId);
  const save = useCallback((part: EffectPart) => reply(() => commands.effectPartSave(part)), [reply]);
  const remove = useCallback(
    (kind: EffectPartKind, id: number, version: number) => reply(() => commands.effectPartDelete(kind, id, version)),
    [reply],
  );
  return { save, remove };
}
