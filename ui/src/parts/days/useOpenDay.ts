import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import type { DeadlineItem } from "../../ipc";

/** Opens what a day comes from: the pool of a call, else the application or the case. */
export function useOpenDay() {
  const navigate = useNavigate();
  return useCallback(
    ({ subjectTable, poolKey, applicationId, caseId }: DeadlineItem) => {
      if (poolKey && (subjectTable === "call" || applicationId === null))
        return void navigate({ to: "/pools/$key", params: { key: poolKey } });
      if (applicationId !== null)
        return void navigate({ to: "/applications/$id", params: { id: String(applicationId) } });
      if (caseId !== null) void navigate({ to: "/cases/$id", params: { id: String(caseId) } });
    },
    [navigate],
  );
}
