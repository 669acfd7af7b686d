import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useActions } from "../../../../app/actions";
import { useNotify } from "../../../../app/notify";
import { type BudgetImport, type BudgetSheet, commands } from "../../../../ipc";
import { ErrorText } from "../../../../parts/ErrorText";
import { Loading } from "../../../../parts/Loading";
import { useKept } from "../../../../parts/standing/useKept";
import { useSave } from "../../../../parts/useSave";
import type { SheetHandle } from "../../../../sheet/types";
import css from "../budget.module.css";
import type { Budgeting } from "../useBudget";
import { Mapping } from "./Mapping";
import { PreviewSheet } from "./PreviewSheet";
import { begun, ready } from "./plan";
import { Source } from "./Source";

/** Reads lines from a file or from what was copied: first cell by cell what is understood, then all of it at once. */
export default function Import({
  sheet,
  budgeting,
  onClose,
}: {
  sheet: BudgetSheet;
  budgeting: Budgeting;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const notify = useNotify();
  const { runAction } = useActions();
  const { id } = sheet.budget;
  const [kept, setPlan] = useKept<BudgetImport>(`budget import ${id}`);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const plan = kept ?? begun(id, "cost");
  const given = plan.path !== null || plan.text !== null;
  const query = useQuery({
    // Which years the budget has decides what of the sheet can be read into it.
    queryKey: ["budgetImportPreview", plan, sheet.budget.firstYear, sheet.budget.lastYear],
    queryFn: () => commands.budgetImportPreview(plan),
    enabled: given,
    placeholderData: given ? keepPreviousData : undefined,
    structuralSharing: false,
    gcTime: 0,
    retry: false,
  });
  const years = useSave();
  const preview = given && !query.isError ? query.data : undefined;
  const rows = useRef<SheetHandle>(null);
  // The keyboard comes to the rows once they are there.
  const there = preview !== undefined;
  useEffect(() => {
    if (there) rows.current?.focus();
  }, [there]);
  const end = () => {
    setPlan(null);
    onClose();
  };
  const read = async () => {
    if (busy || !preview || !ready(preview)) return;
    setBusy(true);
    setError(null);
    try {
      await budgeting.patch(() => commands.budgetImport(plan));
      notify({
        tone: "ok",
        text: plural(preview.lines, { one: "# line read in", other: "# lines read in" }),
        action: { label: t`Undo`, run: () => runAction("history.undo") },
      });
      end();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  if (!preview)
    return (
      <div className={css.mode}>
        <Source
          plan={plan}
          error={query.error}
          busy={query.isFetching}
          onPlan={setPlan}
          onAgain={() => void query.refetch()}
        />
        {query.isFetching && <Loading />}
      </div>
    );
  return (
    <div className={css.import}>
      <PreviewSheet ref={rows} preview={preview} plan={plan} onPlan={setPlan} />
      <div className={css.mapping}>
        <Mapping
          plan={plan}
          preview={preview}
          sheet={sheet}
          busy={busy || years.busy || query.isPlaceholderData}
          onPlan={setPlan}
          onRead={() => void read()}
          onAnother={() => setPlan(begun(id, plan.side))}
          onYears={(own) =>
            void years.run(() => commands.budgetSave({ ...sheet.budget, ...own }), {
              key: budgeting.shown.key,
              done: budgeting.shown.done,
            })
          }
          onAgain={() => void query.refetch()}
        />
        {years.error && <ErrorText error={years.error} />}
        {error != null && <ErrorText error={error} />}
      </div>
    </div>
  );
}
