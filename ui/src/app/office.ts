import { useQuery } from "@tanstack/react-query";
import { commands } from "../ipc";
import { useMunicipality } from "./municipality";

/** The municipality's departments, committees, people and rules; nothing while no municipality is chosen. */
export function useOffice() {
  const municipality = useMunicipality();
  return useQuery({ queryKey: ["office"], queryFn: () => commands.office(), enabled: municipality !== null });
}
