import { useQuery } from "@tanstack/react-query";
import { useChosenAgreement } from "../../../app/agreement";
import { commands, type PoolView } from "../../../ipc";

const none: readonly PoolView[] = [];

/** The pools one can apply for: those of the agreement looked at, and those of none. */
export function usePools(): readonly PoolView[] {
  const chosen = useChosenAgreement();
  const register = useQuery({
    queryKey: ["register", chosen, null, null],
    queryFn: () => commands.register(chosen, null, null),
    structuralSharing: false,
  });
  const agreement = register.data?.agreement.id;
  const pools = useQuery({
    queryKey: ["pools", agreement, null],
    queryFn: () => commands.pools(agreement ?? 0, null),
    enabled: agreement !== undefined,
  });
  return pools.data?.pools ?? none;
}
