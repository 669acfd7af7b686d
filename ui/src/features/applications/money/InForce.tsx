import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useWord } from "../../../format";
import type { Budget } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { EmptyState } from "../../../parts/EmptyState";
import { useShown } from "../page/shown";
import css from "./money.module.css";

/** Which version is in force, for spending is charged to its lines alone. */
export function InForce({ budget }: { budget: Budget | null }) {
  const { t } = useLingui();
  const word = useWord();
  const { day } = useShown();
  if (budget === null)
    return (
      <EmptyState
        title={t`No budget is in force.`}
        action={<Link to="." search={{ tab: "budget" }}>{t`Go to the budget`}</Link>}
      >
        {t`Spending is charged to the lines the funder has approved. Let the granted budget take effect in the tab Budget; then spending can be entered and read in here. Instalments, accounts and repayments can be recorded already.`}
      </EmptyState>
    );
  const on = day(budget.inForceOn);
  const position = budget.position;
  return (
    <p className={css.soft}>
      {t`Spending is charged to version ${position}:`}{" "}
      <Link to="." search={{ tab: "budget" }}>
        <DanishText>{budget.title || word("budget_kind", budget.kind)}</DanishText>
      </Link>
      {on ? `, ${t`in force from ${on}`}` : `, ${t`in force, the day is not known`}`}
      {budget.letter && (
        <>
          {" ("}
          <DanishText>{budget.letter}</DanishText>)
        </>
      )}
    </p>
  );
}
