import { useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { useSession } from "../../app/session";
import type { TermsView } from "../../ipc";
import { Button } from "../Button";
import { ErrorText } from "../ErrorText";
import { Mark } from "../Mark";
import { OptionalSelect } from "../OptionalSelect";
import css from "./terms.module.css";
import { type TermsOf, useTermsSave } from "./useTerms";

/** Whose usual rules hold, chosen or suggested by the funder's name. */
export function Preset({ terms, view }: { terms: TermsOf; view: TermsView }) {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const save = useTermsSave(terms, view);
  const nameOf = (key: string | null | undefined) => {
    const name = view.presets.find((preset) => preset.key === key)?.name;
    return name && (name[language] || name.da);
  };
  const inherited = nameOf(view.inherited?.preset);
  const suggested = nameOf(view.suggested);
  const box = useRef<HTMLDivElement>(null);
  const choose = (preset: string | null) =>
    // The button that takes what is suggested goes away: the choice keeps the keyboard.
    void save.saveTerms({ preset: preset ?? "" }, () => box.current?.querySelector("button")?.focus());
  return (
    <div className={css.preset} ref={box}>
      <OptionalSelect
        label={t`Usual rules of`}
        labelAbove
        value={view.terms?.preset || null}
        none={inherited ? t`as the pool: ${inherited}` : undefined}
        options={view.presets.map(({ key }) => ({
          value: key,
          label: nameOf(key) ?? key,
          more: key === view.suggested ? t`suggested` : undefined,
        }))}
        disabled={!writable}
        onChange={choose}
      />
      {suggested && view.preset === null && (
        <p className={css.suggested}>
          <Mark tone="info">{t`Suggested by the funder's name: ${suggested}`}</Mark>
          {writable && (
            <Button disabled={save.busy} onClick={() => choose(view.suggested)}>
              {t`Use these`}
            </Button>
          )}
        </p>
      )}
      {save.error && <ErrorText error={save.error} />}
    </div>
  );
}
