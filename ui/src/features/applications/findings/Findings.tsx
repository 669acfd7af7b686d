import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSession } from "../../../app/session";
import { formatDate, useWord } from "../../../format";
import type { Finding, FindingState, RuleSource } from "../../../ipc";
import { DanishText, LocalText } from "../../../parts/DanishText";
import { Heading } from "../../../parts/Heading";
import { Source } from "../../../parts/pool/Sources";
import { FindingMark } from "./FindingMark";
import css from "./findings.module.css";
import { byState } from "./order";

/**
 * What is found, what is broken first: what it is in a sentence, the nearest way to mend it, and where the rule stands. What is
 * kept is folded, for it asks for nothing. With `onGo` each leads to what it is about.
 */
export function Findings({ findings, onGo }: { findings: readonly Finding[]; onGo?: (finding: Finding) => void }) {
  return byState(findings).map(({ state, found }) => <Part key={state} state={state} found={found} onGo={onGo} />);
}

function Part({
  state,
  found,
  onGo,
}: {
  state: FindingState;
  found: readonly Finding[];
  onGo?: (finding: Finding) => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  const [open, setOpen] = useState(false);
  const folded = state === "met";
  const name = word("finding_state", state);
  const count = found.length;
  return (
    <section className={css.part} aria-label={t`${name}: ${count}`}>
      {folded ? (
        <button type="button" className={css.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          <FindingMark state={state} /> <span className={css.count}>{count}</span>
        </button>
      ) : (
        <Heading level={3} aside={String(count)}>
          <FindingMark state={state} />
        </Heading>
      )}
      {(!folded || open) && (
        <ul className={css.list}>
          {found.map((finding, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a finding is what it says, and its place among the others
            <li key={`${finding.code} ${finding.facts.year} ${finding.facts.lineId} ${at}`}>
              <One finding={finding} onGo={onGo} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function One({ finding, onGo }: { finding: Finding; onGo?: (finding: Finding) => void }) {
  const { text, fix, source } = finding;
  const said = <LocalText text={text} />;
  return (
    <>
      {onGo ? (
        <button type="button" className={css.go} onClick={() => onGo(finding)}>
          {said}
        </button>
      ) : (
        <p>{said}</p>
      )}
      {fix.da !== "" && (
        <p className={css.fix}>
          <LocalText text={fix} />
        </p>
      )}
      {source && <RuleSourceLine source={source} />}
    </>
  );
}

/** Where a rule stands: title, date and place; its address opens in the browser. */
export function RuleSourceLine({ source }: { source: RuleSource }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { title, url, on, place } = source;
  const more = [on && formatDate(on, language, "short"), place].filter(Boolean).join(" · ");
  return (
    <p className={css.source}>
      {t`Source:`} {url ? <Source address={url} name={title} /> : <DanishText>{title}</DanishText>}
      {more && (
        <>
          {" · "}
          <DanishText>{more}</DanishText>
        </>
      )}
    </p>
  );
}
