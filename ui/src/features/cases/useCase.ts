import { useQuery } from "@tanstack/react-query";
import { useChosenAgreement } from "../../app/agreement";
import { useAsOf } from "../../app/asOf";
import { type CaseView, type Changed, commands } from "../../ipc";
import type { Option } from "../../parts/Select";
import { useSave } from "../../parts/useSave";

/** Saving something of a case: the reply takes the place of what is shown. */
export function useCaseSave(fields: readonly string[] = []) {
  const save = useSave(fields);
  const run = (command: () => Promise<Changed<CaseView>>, done?: (view: CaseView) => void) =>
    // Nothing is changed while the screen stands on another day, so the view is today's.
    save.run(command, { key: (view) => ["committeeCase", view.committeeCase.id, null], done });
  return { ...save, run };
}

/** The first year of the agreement that is looked at, once it is known. */
export function useAgreementYear(): number | undefined {
  const asOf = useAsOf();
  const chosen = useChosenAgreement();
  return useRegister(chosen, asOf).data?.agreement.firstYear;
}

const useRegister = (chosen: number | null, asOf: string | null) =>
  useQuery({ queryKey: ["register", chosen, null, asOf], queryFn: () => commands.register(chosen, null, asOf) });

/** The municipality's pools and applications, as a point or a new case can be about them. */
export function useSubjects() {
  const asOf = useAsOf();
  const chosen = useChosenAgreement();
  const register = useRegister(chosen, asOf);
  const agreement = register.data?.agreement.id;
  const pools = useQuery({
    queryKey: ["pools", agreement, asOf],
    queryFn: () => commands.pools(agreement ?? 0, asOf),
    enabled: agreement !== undefined,
  });
  const applications = useQuery({
    queryKey: ["applications", asOf],
    queryFn: () => commands.applications(asOf),
  });
  return { pools: pools.data, applications: applications.data?.applications ?? [] };
}

/** Pools and applications as choices of a searchable list: `pool 12`, `application 3`. */
export function useSubjectOptions(names: { pool: string; application: string }): Option<string>[] {
  const { pools, applications } = useSubjects();
  return [
    ...(pools?.pools ?? []).map(({ id, title, initiative }) => ({
      value: `pool ${id}`,
      label: initiative ? `${initiative.number} ${title.da}` : title.da,
      more: names.pool,
    })),
    ...applications
      .filter(({ ended }) => !ended)
      .map(({ id, title }) => ({ value: `application ${id}`, label: title, more: names.application })),
  ];
}
