import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { BudgetView } from "../../../ipc";
import { commands } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { EmptyState } from "../../../parts/EmptyState";
import { ErrorText } from "../../../parts/ErrorText";
import { useKept } from "../../../parts/standing/useKept";
import { useSave } from "../../../parts/useSave";
import { Findings } from "../findings/Findings";
import css from "./budget.module.css";
import { YearFields } from "./dialogs/YearFields";
import { readYears } from "./dialogs/years";
import type { Budgeting } from "./useBudget";
import type { Mode } from "./Workspace";

/** Where there is no budget yet: what one is, and how it begins. */
export function Begin({ view, editable, budgeting }: { view: BudgetView; editable: boolean; budgeting: Budgeting }) {
  const { t } = useLingui();
  const { id, periodStart, periodEnd } = view.application;
  const [, begin] = useKept<Mode>(`budget mode ${id}`);
  const [, beginWith] = useKept<number>(`budget begun with a sheet ${id}`);
  const [first, setFirst] = useState((periodStart ?? view.asOf).slice(0, 4));
  const [last, setLast] = useState((periodEnd ?? periodStart ?? view.asOf).slice(0, 4));
  const { run, busy, error } = useSave();
  const years = readYears(first, last);
  const create = (then: Mode) => {
    if (typeof years === "string") return;
    void run(() => commands.budgetCreate({ applicationId: id, kind: "applied", copyOf: null, ...years }), {
      key: budgeting.shown.key,
      done: (made) => {
        budgeting.shown.done(made);
        begin(then === "sheet" ? null : then);
        beginWith(then === "import" ? (made.sheet?.budget.id ?? null) : null);
      },
    });
  };
  return (
    <div className={css.begin}>
      <EmptyState title={t`There is no budget yet`}>
        {t`A budget has what the project costs and who pays it, year by year: the grant, the municipality's own money and staff, partners and other funds. Type it as in a spreadsheet, paste it from one, or read in a file. The program adds up, says what is missing each year, and holds it against the funder's rules.`}
      </EmptyState>
      {editable && (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            create("sheet");
          }}
        >
          <YearFields
            first={first}
            last={last}
            onChange={(from, to) => {
              setFirst(from);
              setLast(to);
            }}
          />
          {periodStart && <p className={css.soft}>{t`From the project's period. More years can be added later.`}</p>}
          <div className={css.tools}>
            <Button tone="primary" type="submit" disabled={busy || typeof years === "string"}>
              {t`Begin the budget`}
            </Button>
            <Button disabled={busy || typeof years === "string"} onClick={() => create("import")}>
              {t`Begin with a sheet …`}
            </Button>
          </div>
          {error && <ErrorText error={error} />}
        </form>
      )}
      {view.findings.length > 0 && (
        <div className={css.found}>
          <Findings findings={view.findings} />
        </div>
      )}
    </div>
  );
}
