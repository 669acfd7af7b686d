import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSession } from "../../app/session";
import { useWord } from "../../format";
import type { RuleKind, TermsRule, TermsView } from "../../ipc";
import { AmountField } from "../AmountField";
import { NumberField } from "../NumberField";
import { OptionalSelect } from "../OptionalSelect";
import { useKept } from "../standing/useKept";
import { TextField } from "../TextField";
import { type Draft, holdsOf, missingKinds, onlyChoice, onResults, ownList, rowOf } from "./rules";
import { TermsForm } from "./TermsForm";
import css from "./terms.module.css";
import { type TermsOf, useTermsSave } from "./useTerms";

const fields = ["rule", "share", "amount", "choice", "reason"];

/** Sets a rule that goes before the usual one, or puts one out of force; always with why, or where it stands. */
export function RuleForm({
  terms,
  view,
  row,
  begin,
  onEnd,
}: {
  terms: TermsOf;
  view: TermsView;
  /** What was set here before. */
  row: TermsRule | null;
  begin: Draft;
  onEnd: () => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  const save = useTermsSave(terms, view, fields);
  const [kept, keep] = useKept<Draft>(`${terms.key.join(" ")} rule ${begin.kind} ${begin.applies}`);
  const [tried, setTried] = useState(false);
  const draft = kept ?? begin;
  const set = (patch: Partial<Draft>) => keep({ ...draft, ...patch });
  const { kind, applies } = draft;
  const end = () => {
    keep(null);
    onEnd();
  };
  const name = kind && word("rule", kind);
  const submit = () => {
    setTried(true);
    if (kind === null) return;
    void save.saveRule((termsId) => rowOf({ ...draft, kind }, row, termsId), end);
  };
  return (
    <TermsForm
      label={!name ? t`Add a rule` : applies ? t`Change: ${name}` : t`Put out of force: ${name}`}
      applies={applies}
      reason={draft.reason}
      setReason={(reason) => set({ reason })}
      fields={fields}
      save={save}
      dirty={kept !== null}
      onSubmit={submit}
      onCancel={end}
    >
      {begin.kind === null ? (
        <div>
          <OptionalSelect
            label={t`Rule`}
            labelAbove
            value={kind}
            none={t`Choose …`}
            options={missingKinds(view).map((value) => ({ value, label: word("rule", value) }))}
            onChange={(value) =>
              set({ kind: value, share: null, amount: null, choice: value ? onlyChoice(value, view) : "", detail: "" })
            }
          />
          {tried && kind === null && <p className={css.wrong} role="alert">{t`Choose a rule.`}</p>}
          {save.fieldError("rule") && <p className={css.wrong}>{save.fieldError("rule")}</p>}
        </div>
      ) : (
        <p className={css.kind}>{applies ? name : t`Put out of force: ${name}`}</p>
      )}
      {kind && applies && (
        <Value key={kind} kind={kind} view={view} draft={draft} set={set} error={(field) => save.fieldError(field)} />
      )}
    </TermsForm>
  );
}

/** What the rule holds, by its kind. */
function Value({
  kind,
  view,
  draft,
  set,
  error,
}: {
  kind: RuleKind;
  view: TermsView;
  draft: Draft;
  set: (patch: Partial<Draft>) => void;
  error: (field: string) => string | undefined;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const holds = holdsOf(kind, view);
  if (holds === "share")
    return (
      <NumberField
        share
        label={t`Per cent`}
        value={draft.share}
        onChange={(share, understood) => understood && set({ share })}
        error={error("share")}
      />
    );
  if (holds === "amount")
    return (
      <AmountField
        label={t`Amount, DKK`}
        value={draft.amount}
        onChange={(amount, understood) => understood && set({ amount })}
        error={error("amount")}
      />
    );
  if (holds === "months")
    return (
      <TextField
        label={t`Months`}
        inputMode="numeric"
        value={draft.detail}
        onChange={(detail) => set({ detail })}
        error={error("choice")}
      />
    );
  const listName = (key: string) => {
    const name = view.presets.find((preset) => preset.key === key)?.name;
    return key === ownList ? word("rule_text", "own_list") : name ? name[language] || name.da : key;
  };
  const label = (choice: string) => {
    if (kind === "categories") return listName(choice);
    return choice === onResults ? t`On results, in parts` : word("rule_text", `${kind}.${choice}`);
  };
  return (
    <>
      <div>
        <OptionalSelect
          label={t`What holds`}
          labelAbove
          value={draft.choice || null}
          none={t`Choose …`}
          options={holds.map((value) => ({ value, label: label(value) }))}
          onChange={(choice) => set({ choice: choice ?? "" })}
        />
        {draft.choice !== onResults && error("choice") && <p className={css.wrong}>{error("choice")}</p>}
      </div>
      {draft.choice === onResults && (
        <TextField
          label={t`Parts in per cent`}
          value={draft.detail}
          onChange={(detail) => set({ detail })}
          description={t`In order, for example 50/40/10. They make a hundred.`}
          error={error("choice")}
        />
      )}
    </>
  );
}
