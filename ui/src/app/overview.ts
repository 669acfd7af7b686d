import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { commands } from "../ipc";
import { useAsOf } from "./asOf";
import { useMunicipality } from "./municipality";
import { useSession } from "./session";

/** The manager's page, for all committees or one; asked for once by the page and the count in the rail. */
export function useOverview(committeeId: number | null) {
  const { preferences } = useSession();
  const municipality = useMunicipality();
  const asOf = useAsOf();
  // On another day than today »since last time« means nothing: every decision known then is shown.
  const since = asOf === null ? preferences.overviewSeen || null : null;
  return useQuery({
    queryKey: ["overview", committeeId, asOf, since],
    queryFn: () => commands.overview(committeeId, asOf, since),
    enabled: municipality !== null,
    placeholderData: keepPreviousData,
  });
}
