import { useLingui } from "@lingui/react/macro";
import Plus from "lucide-react/icons/plus";
import { useRef, useState } from "react";
import { useMunicipality } from "../../app/municipality";
import { useSession } from "../../app/session";
import type { RuleKind, TermsView } from "../../ipc";
import { Button } from "../Button";
import { ErrorText } from "../ErrorText";
import { Loading } from "../Loading";
import { useReturn } from "../standing/useReturn";
import { DateRules } from "./DateRules";
import { Instrument } from "./Instrument";
import { Preset } from "./Preset";
import { RuleForm } from "./RuleForm";
import { RuleLine } from "./RuleLine";
import { draftOf, emptyDraft, missingKinds } from "./rules";
import css from "./terms.module.css";
import { type TermsOf, useTerms, type Whose } from "./useTerms";

/** Documents an instrument can be, by row id. */
export type Documents = readonly { id: number; title: string }[];

/**
 * The rules a funder sets for budgets and accounts, of a pool or of one application: which of the usual ones hold, the pool's
 * own instrument, and each rule in words with where it stands.
 */
export default function TermsPanel({ documents = [], ...whose }: Whose & { documents?: Documents }) {
  const terms = useTerms(whose);
  const municipality = useMunicipality();
  if (municipality === null) return null;
  if (terms.error) return <ErrorText error={terms.error} retry={() => void terms.refetch()} />;
  if (!terms.data) return <Loading />;
  // A draft is of one pool or application alone.
  return <Panel key={terms.key.join(" ")} terms={terms} view={terms.data} documents={documents} />;
}

/** What is open: a rule's form, with which it is to hold or not, or that of a new one. */
type Open = { kind: RuleKind; applies: boolean } | "new" | null;

function Panel({ terms, view, documents }: { terms: TermsOf; view: TermsView; documents: Documents }) {
  const { t } = useLingui();
  const { writable } = useSession();
  const [open, setOpen] = useState<Open>(null);
  const box = useRef<HTMLDivElement>(null);
  const left = useRef<string>("add");
  useReturn(open !== null, () => {
    const found = box.current?.querySelector<HTMLElement>(`[data-rule="${left.current}"]`);
    return found ?? box.current?.querySelector<HTMLElement>("[data-rule]");
  });
  const openAt = (next: Open) => {
    left.current = next === null ? "add" : next === "new" ? "add" : next.kind;
    setOpen(next);
  };
  const close = () => setOpen(null);
  const missing = missingKinds(view);
  return (
    <div ref={box} className={css.terms}>
      <Preset terms={terms} view={view} />
      <Instrument terms={terms} view={view} documents={documents} />
      {view.rules.length === 0 ? (
        <p className={css.soft}>
          {t`No rules are known. Choose whose rules hold, or add what the pool's own text says: each rule is then held against the budget as it is typed.`}
        </p>
      ) : (
        <ul className={css.rules} aria-label={t`Rules`}>
          {view.rules.map((rule) => (
            <li key={rule.kind}>
              {open !== null && open !== "new" && open.kind === rule.kind ? (
                <RuleForm terms={terms} view={view} row={rule.row} begin={draftOf(rule, open.applies)} onEnd={close} />
              ) : (
                <RuleLine
                  terms={terms}
                  view={view}
                  documents={documents}
                  rule={rule}
                  busy={open !== null}
                  onChange={(applies) => openAt({ kind: rule.kind, applies })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {open === "new" && <RuleForm terms={terms} view={view} row={null} begin={emptyDraft} onEnd={close} />}
      {writable && open === null && missing.length > 0 && (
        <div>
          <Button tone="quiet" icon={<Plus size={14} aria-hidden />} data-rule="add" onClick={() => openAt("new")}>
            {t`Add a rule`}
          </Button>
        </div>
      )}
      <DateRules terms={terms} view={view} />
    </div>
  );
}
