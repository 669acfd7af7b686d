import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { ExposureFilter } from "../../ipc";

/** What is looked at, as the address has it. */
export type Search = {
  from?: number | undefined;
  to?: number | undefined;
  committee?: number | undefined;
  department?: number | undefined;
  prices?: number | undefined;
};

/** What is looked at stands in the address, so that back and forth and a link find it. */
export function useFilter() {
  const search = useSearch({ from: "/economy" });
  const navigate = useNavigate();
  const { from = null, to = null, committee = null, department = null, prices = null } = search;
  const filter = useMemo<ExposureFilter>(
    () => ({ from, to, committeeId: committee, departmentId: department, priceLevel: prices }),
    [from, to, committee, department, prices],
  );
  const set = useCallback(
    (patch: Search) => void navigate({ to: "/economy", search: (now) => ({ ...now, ...patch }), replace: true }),
    [navigate],
  );
  const clear = useCallback(() => void navigate({ to: "/economy", search: {}, replace: true }), [navigate]);
  return { filter, set, clear, narrowed: committee !== null || department !== null };
}
