import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useAsOf } from "../../../app/asOf";
import { commands, type MoneyPart, type MoneyPartKind, type MoneyView } from "../../../ipc";
import { useReply } from "../page/part";

export function useMoney(applicationId: number) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["money", applicationId, asOf],
    queryFn: () => commands.money(applicationId, asOf),
    placeholderData: (earlier) => (earlier?.application.id === applicationId ? keepPreviousData(earlier) : undefined),
  });
}

/** Saving and removing what belongs to the money. Both reject with the refusal. */
export function useMoneyPart(applicationId: number) {
  const reply = useReply<MoneyView>("money", applicationId);
  const save = useCallback((part: MoneyPart) => reply(() => commands.moneyPartSave(part)), [reply]);
  const remove = useCallback(
    (kind: MoneyPartKind, id: number, version: number) => reply(() => commands.moneyPartDelete(kind, id, version)),
    [reply],
  );
  return { save, remove };
}

export type MoneyPartActions = ReturnType<typeof useMoneyPart>;
