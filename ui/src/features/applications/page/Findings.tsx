import { useLingui } from "@lingui/react/macro";
import { useWord } from "../../../format";
import type { Finding, FindingState, RuleSource, RuleView } from "../../../ipc";
import { DanishText, LocalText } from "../../../parts/DanishText";
import { Unseen } from "../../../parts/Figure";
import { Mark, type Tone } from "../../../parts/Mark";
import { Source } from "../../../parts/pool/Sources";
import css from "./Findings.module.css";
import { useShown } from "./shown";

const tones: Readonly<Record<FindingState, Tone>> = { broken: "bad", open: "warn", note: "info", met: "ok" };

/** What is found about figures and rules: the sentence, the nearest way to mend it, and where the rule stands. */
export function Findings({ label, findings }: { label: string; findings: readonly Finding[] }) {
  const word = useWord();
  if (findings.length === 0) return null;
  return (
    <ul className={css.findings} data-marked aria-label={label}>
      {findings.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a finding has no name of its own, and the list is never reordered in place
        <li key={`${one.code} ${at}`}>
          <Mark tone={tones[one.state]}>
            <Unseen>{word("finding_state", one.state)}: </Unseen>
            <LocalText text={one.text} />
            {one.fix.da && (
              <>
                {" "}
                <LocalText text={one.fix} />
              </>
            )}
          </Mark>
          {one.source && <StandsIn source={one.source} />}
        </li>
      ))}
    </ul>
  );
}

/** Rules as sentences, each with where it stands. */
export function RuleSentences({ label, rules }: { label: string; rules: readonly RuleView[] }) {
  const word = useWord();
  return (
    <ul className={css.findings} aria-label={label}>
      {rules.map((one) => (
        <li key={one.kind}>
          <span>
            <span className={css.kind}>{word("rule", one.kind)}:</span> <LocalText text={one.text} />
          </span>
          {one.rule && <StandsIn source={one.rule.source} />}
        </li>
      ))}
    </ul>
  );
}

/** Where a rule stands: the text with its date and the place in it. */
function StandsIn({ source }: { source: RuleSource }) {
  const { t } = useLingui();
  const { day } = useShown();
  if (!source.title && !source.place) return null;
  const on = day(source.on);
  return (
    <span className={css.source}>
      {source.url ? (
        <Source address={source.url} name={source.title || source.url} />
      ) : (
        <DanishText>{source.title}</DanishText>
      )}
      {on && ` ${t`of ${on}`}`}
      {source.place && (
        <>
          {source.title && ": "}
          <DanishText>{source.place}</DanishText>
        </>
      )}
    </span>
  );
}
