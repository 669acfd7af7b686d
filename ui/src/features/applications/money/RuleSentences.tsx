import { useWord } from "../../../format";
import type { RuleView } from "../../../ipc";
import { LocalText } from "../../../parts/DanishText";
import { RuleSourceLine } from "../findings/Findings";
import css from "./money.module.css";

/** Rules as sentences, each with where it stands. */
export function RuleSentences({ rules }: { rules: readonly RuleView[] }) {
  const word = useWord();
  return (
    <ul className={css.rules}>
      {rules.map(({ kind, text, rule }) => (
        <li key={kind}>
          <p>
            <b>{word("rule", kind)}:</b> <LocalText text={text} />
          </p>
          {rule && <RuleSourceLine source={rule.source} />}
        </li>
      ))}
    </ul>
  );
}
