import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { commands } from "../ipc";
import { useAsOf } from "./asOf";
import { useMunicipality } from "./municipality";
import { useSession } from "./session";

/**
 * The day the person looked at the overview last; null where it never was, in the example, and on another day than today,
 * where »since last time« means nothing.
 */
export function useSince(): string | null {
  const { preferences, session } = useSession();
  const asOf = useAsOf();
  return asOf === null && !session.example ? preferences.overviewSeen || null : null;
}

/** The manager's page, for all committees or one; asked for once by the page and the count in the rail. */
export function useOverview(committeeId: number | null) {
  const municipality = useMunicipality();
  const asOf = useAsOf();
  const since = useSince();
  return useQuery({
    queryKey: ["overview", committeeId, asOf, since],
    queryFn: () => commands.overview(committeeId, asOf, since),
    enabled: municipality !== null,
    placeholderData: keepPreviousData,
  });
}
