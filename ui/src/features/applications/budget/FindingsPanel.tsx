import { useLingui } from "@lingui/react/macro";
import X from "lucide-react/icons/x";
import { useSession } from "../../../app/session";
import type { BudgetSheet, BudgetView, Finding } from "../../../ipc";
import { formatAmount, oere } from "../../../money";
import { Button } from "../../../parts/Button";
import { formatDecimal } from "../../../parts/decimal";
import { NoFigure } from "../../../parts/Figure";
import { Heading } from "../../../parts/Heading";
import { IconButton } from "../../../parts/IconButton";
import { Findings } from "../findings/Findings";
import css from "./budget.module.css";
import { amountsOf } from "./sums";

/** Beside the sheet: who pays what of it, and what the rules and the figures say. */
export function FindingsPanel({
  view,
  sheet,
  onGo,
  onRules,
  onClose,
}: {
  view: BudgetView;
  sheet: BudgetSheet;
  onGo: (finding: Finding) => void;
  /** To the rules themselves. */
  onRules: () => void;
  onClose: () => void;
}) {
  const { t } = useLingui();
  return (
    <section className={css.panel} aria-label={t`Financing and rules`}>
      <div className={css.panelHead}>
        <Heading level={2}>{t`Financing and rules`}</Heading>
        <IconButton label={t`Close`} onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      <Parts sheet={sheet} fteHours={view.fteHours} />
      <Findings findings={view.findings} onGo={onGo} />
      <div>
        <Button data-rules onClick={onRules}>{t`The funder's rules …`}</Button>
      </div>
    </section>
  );
}

/** The financing by what it is: the grant, and of the rest what is the municipality's. */
function Parts({ sheet, fteHours }: { sheet: BudgetSheet; fteHours: number }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { total } = sheet;
  const kroner = (amount: string) => formatAmount(oere(amount), "kr", language);
  const none = (amount: string) => /^-?[0.]*$/.test(amount);
  const hours = formatDecimal(total.ownHours, language);
  const fte = formatDecimal(total.ownFte, language);
  const year = formatDecimal(String(fteHours), language);
  const staff = none(total.ownHours) ? "" : t`${hours} hours, ${fte} full-time years of ${year} hours`;
  const stated = amountsOf(sheet.lines);
  const parts = [
    { name: t`Grant`, value: total.grant, level: 0, stated: stated.grant },
    { name: t`Co-financing`, value: total.coFinancing, level: 0, stated: stated.coFinancing },
    { name: t`of it the municipality's own`, value: total.own, level: 1, stated: stated.own },
    { name: t`in money`, value: total.ownCash, level: 2, stated: stated.own },
    { name: t`in staff and things`, value: total.ownKind, level: 2, stated: stated.own },
  ].filter(({ level, value }) => level < 2 || !none(value));
  return (
    <>
      <dl className={css.parts}>
        {parts.map(({ name, value, level, stated }) => (
          <div key={name} data-level={level}>
            <dt>{name}</dt>
            <dd>{stated || !none(value) ? kroner(value) : <NoFigure />}</dd>
          </div>
        ))}
      </dl>
      {staff && <p className={css.soft}>{staff}</p>}
    </>
  );
}
