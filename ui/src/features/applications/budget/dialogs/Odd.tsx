import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { BudgetSheet, BudgetView } from "../../../../ipc";
import { LocalText } from "../../../../parts/DanishText";
import { FindingMark } from "../../findings/FindingMark";
import { byState } from "../../findings/order";
import css from "../budget.module.css";
import { isNameless } from "../rows";

/** What is odd in a version that is to take effect: what is not kept, what is missing, and lines that nothing is said of. */
export function Odd({ view, sheet }: { view: BudgetView; sheet: BudgetSheet }) {
  const { t } = useLingui();
  const found = byState(view.findings).filter(({ state }) => state === "broken" || state === "open");
  const nameless = sheet.lines.filter(isNameless).length;
  if (found.length === 0 && nameless === 0) return null;
  return (
    <section className={css.odd} aria-label={t`To be looked at first`}>
      <p>{t`To be looked at first:`}</p>
      <ul>
        {nameless > 0 && (
          <li>
            <FindingMark state="open">
              {plural(nameless, { one: "# line is without text.", other: "# lines are without text." })}
            </FindingMark>
          </li>
        )}
        {found.flatMap(({ state, found }) =>
          found.map(({ code, facts, text }) => (
            <li key={`${code} ${facts.year} ${facts.lineId} ${text.da}`}>
              <FindingMark state={state}>
                <LocalText text={text} />
              </FindingMark>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
