import { useLingui } from "@lingui/react/macro";
import { useWord } from "../../../../format";
import type { BudgetImport, Side, Source } from "../../../../ipc";
import { OptionalSelect } from "../../../../parts/OptionalSelect";
import { Select } from "../../../../parts/Select";
import { sides } from "../rows";

const sources: readonly Source[] = ["grant", "own", "partner", "other_fund", "user_payment"];

/** Whether the lines are costs or financing, and who pays where no column says so. */
export function SideChoice({ plan, onPlan }: { plan: BudgetImport; onPlan: (plan: BudgetImport) => void }) {
  const { t } = useLingui();
  const word = useWord();
  return (
    <>
      <Select<Side>
        label={t`The lines are`}
        labelAbove
        value={plan.side}
        options={sides.map((value) => ({ value, label: word("side", value) }))}
        onChange={(side) => onPlan({ ...plan, side, source: null })}
      />
      {plan.side === "financing" && (
        <OptionalSelect<Source>
          label={t`Who pays, where no column says so`}
          labelAbove
          value={plan.source}
          options={sources.map((value) => ({ value, label: word("source", value) }))}
          onChange={(source) => onPlan({ ...plan, source })}
        />
      )}
    </>
  );
}
