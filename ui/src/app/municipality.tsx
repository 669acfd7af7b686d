import { useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useCallback } from "react";
import { commands, type MunicipalityChoice } from "../ipc";
import button from "../parts/Button.module.css";
import { EmptyState } from "../parts/EmptyState";
import { useKeeping, useSession } from "./session";

/** The reference data: municipalities, population, price index. One query for everyone. */
export function useReference(enabled = true) {
  return useQuery({ queryKey: ["reference"], queryFn: () => commands.reference(), enabled });
}

/** The municipality every screen is about; null while none is chosen. */
export const useMunicipality = (): MunicipalityChoice | null => useSession().session.municipality;

/** Looks at another municipality, by its official code: the whole window follows. Throws what the program answers. */
export function useChooseMunicipality(): (code: string) => Promise<void> {
  const client = useQueryClient();
  const { take } = useKeeping();
  return useCallback(
    async (code) => {
      take(await commands.municipalityChoose(code));
      await client.invalidateQueries();
    },
    [client, take],
  );
}

/** Stands where a screen is about the municipality and none is chosen. */
export function NoMunicipality() {
  const { t } = useLingui();
  return (
    <EmptyState
      title={t`Which municipality do you work for?`}
      action={
        <Link
          className={button.button}
          data-tone="primary"
          to="/settings/$section"
          params={{ section: "municipality" }}
        >
          {t`Choose municipality`}
        </Link>
      }
    >
      {t`Assessments, cases and applications belong to a municipality. Choose it once; it can be changed at any time.`}
    </EmptyState>
  );
}
