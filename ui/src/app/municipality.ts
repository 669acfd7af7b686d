import { useQuery } from "@tanstack/react-query";
import { commands } from "../ipc";
import { useSession } from "./session";

/** The reference data: municipalities, population, price index. One query for everyone. */
export function useReference(enabled = true) {
  return useQuery({ queryKey: ["reference"], queryFn: () => commands.reference(), enabled });
}

/** The name of the person's municipality; undefined while none is chosen, empty while it is not loaded. */
export function useMunicipality(): string | undefined {
  const { municipalityCode } = useSession().preferences;
  const { data } = useReference(municipalityCode !== "");
  if (municipalityCode === "") return undefined;
  return data?.municipalities.find((one) => one.code === municipalityCode)?.name ?? "";
}
