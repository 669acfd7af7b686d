import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useMunicipality } from "../../app/municipality";
import { commands, type DateRule, type Terms, type TermsRule, type TermsView } from "../../ipc";
import { useSave } from "../useSave";
import { noTerms } from "./rules";

/** Whose rules: a pool's, or one application's. */
export type Whose = { poolId: number; applicationId?: undefined } | { poolId?: undefined; applicationId: number };

export type TermsOf = ReturnType<typeof useTerms>;

/** The rules that hold, and how they are changed. */
export function useTerms({
  poolId = null,
  applicationId = null,
}: {
  poolId?: number | null;
  applicationId?: number | null;
}) {
  const municipality = useMunicipality();
  const key = poolId === null ? ["terms", "application", applicationId] : ["terms", "pool", poolId];
  const query = useQuery({
    queryKey: key,
    queryFn: () => commands.terms(poolId, applicationId),
    enabled: municipality !== null,
    placeholderData: keepPreviousData,
  });
  const blank = noTerms(municipality?.id ?? 0, poolId, applicationId);
  return { ...query, key, blank };
}

/** Saving of one form of the terms. */
export function useTermsSave(terms: Pick<TermsOf, "key" | "blank">, view: TermsView, fields: readonly string[] = []) {
  const client = useQueryClient();
  const save = useSave(fields);
  const { key, blank } = terms;
  const { run } = save;
  const saved = view.terms;
  const saveTerms = useCallback(
    (patch: Partial<Terms>, done?: () => void) =>
      run(() => commands.termsSave({ ...(saved ?? blank), ...patch }), { key, done }),
    [run, key, saved, blank],
  );
  const saveRule = useCallback(
    (rowOf: (termsId: number) => TermsRule, done?: () => void) =>
      run(
        async () => {
          if (saved) return commands.termsRuleSave(rowOf(saved.id));
          // A rule belongs to terms: the first one makes them.
          const begun = await commands.termsSave(blank);
          client.setQueryData(key, begun.view);
          return commands.termsRuleSave(rowOf(begun.view.terms?.id ?? 0));
        },
        { key, done },
      ),
    [run, key, saved, blank, client],
  );
  const deleteRule = useCallback(
    (row: TermsRule, done?: () => void) => run(() => commands.termsRuleDelete(row.id, row.version), { key, done }),
    [run, key],
  );
  const { poolId, applicationId } = blank;
  const saveDateRule = useCallback(
    (row: DateRule, done?: () => void) =>
      run(() => commands.dateRuleSave({ poolId, applicationId, row }), { key, done }),
    [run, key, poolId, applicationId],
  );
  const deleteDateRule = useCallback(
    (row: DateRule, done?: () => void) => run(() => commands.dateRuleDelete(row.id, row.version), { key, done }),
    [run, key],
  );
  return { ...save, saveTerms, saveRule, deleteRule, saveDateRule, deleteDateRule };
}

export type TermsSave = ReturnType<typeof useTermsSave>;
