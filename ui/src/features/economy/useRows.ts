import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useAsOf } from "../../app/asOf";
import { commands } from "../../ipc";
import { useFilter } from "./filter";

/** The applications the page is made of: many, so they are asked for only where they are looked at. */
export function useRows(seen = true) {
  const { filter } = useFilter();
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["exposure", "rows", filter, asOf],
    queryFn: () => commands.exposureRows(filter, asOf),
    enabled: seen,
    placeholderData: keepPreviousData,
  });
}
