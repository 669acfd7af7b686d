import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useNotify } from "../../../app/notify";
import type { BudgetLine, SpendingForecast, SpentYear } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { ErrorText } from "../../../parts/ErrorText";
import { useKept } from "../../../parts/standing/useKept";
import { RecordForm } from "../page/list/RecordForm";
import css from "./money.module.css";
import type { MoneyPartActions } from "./useMoney";

/** What a person expects a line to have cost by the end of a year. */
export function ForecastForm({
  line,
  year,
  shown,
  asOf,
  existing,
  actions,
  onEnd,
}: {
  line: BudgetLine;
  year: number;
  shown: SpentYear;
  asOf: string;
  existing: SpendingForecast | undefined;
  actions: MoneyPartActions;
  onEnd: () => void;
}) {
  const { t } = useLingui();
  const notify = useNotify();
  const [patch, keep] = useKept<Partial<SpendingForecast>>(`forecast ${line.id} ${year}`);
  const [fresh] = useState<SpendingForecast>({
    id: 0,
    version: 0,
    budgetLineId: line.id,
    year,
    amount: shown.forecast,
    madeOn: asOf,
    note: "",
  });
  const end = () => {
    keep(null);
    onEnd();
  };
  const drop = async ({ id, version }: SpendingForecast) => {
    try {
      await actions.remove("forecast", id, version);
      end();
    } catch (refusal) {
      notify({ tone: "bad", text: <ErrorText error={refusal} bare /> });
    }
  };
  const name = line.text;
  return (
    <RecordForm<SpendingForecast>
      label={t`Forecast for ${name} ${year}`}
      row={existing ?? fresh}
      patch={patch ?? {}}
      fields={[
        { key: "amount", label: t`Expected by the end of ${year}, DKK`, kind: "amount", required: true },
        { key: "madeOn", label: t`Judged on`, kind: "date", required: true },
        { key: "note", label: t`What it rests on`, kind: "text", wide: true },
      ]}
      onPatch={keep}
      save={(row) => actions.save({ kind: "forecast", row })}
      onEnd={end}
    >
      {existing && (
        <p className={css.actions}>
          <Button tone="quiet" onClick={() => void drop(existing)}>{t`Remove the forecast`}</Button>
        </p>
      )}
    </RecordForm>
  );
}
