import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useMunicipality } from "../../../app/municipality";
import { useSession } from "../../../app/session";
import { commands, type FormsView } from "../../../ipc";
import { ErrorText } from "../../../parts/ErrorText";
import { Heading } from "../../../parts/Heading";
import { Loading } from "../../../parts/Loading";
import { Select } from "../../../parts/Select";
import { useKept } from "../../../parts/standing/useKept";
import { useReturn } from "../../../parts/standing/useReturn";
import { useSave } from "../../../parts/useSave";
import { OfOffice } from "../OfOffice";
import { copied, type Draft, drafted } from "./draft";
import { FormEditor } from "./FormEditor";
import { FormLine } from "./FormLine";
import css from "./Papers.module.css";

/** The forms the papers of cases are written in: those that ship with the program, and the municipality's own. */
export function Papers() {
  return <OfOffice>{() => <Loaded />}</OfOffice>;
}

function Loaded() {
  const { data, error, refetch } = useQuery({ queryKey: ["paperForms"], queryFn: () => commands.paperForms() });
  if (error) return <ErrorText error={error} retry={() => void refetch()} />;
  return data ? <Forms view={data} /> : <Loading />;
}

/** The form in hand, and where the keyboard goes when it closes. */
type InHand = { draft: Draft; from: string };

function Forms({ view }: { view: FormsView }) {
  const { t } = useLingui();
  const { writable } = useSession();
  const municipality = useMunicipality();
  const choosing = useSave();
  const [inHand, setInHand] = useKept<InHand>("paper form");
  const [back, setBack] = useState("");
  useReturn(inHand !== null, () => document.querySelector<HTMLElement>(`[data-form="${CSS.escape(back)}"] button`));
  const list = useRef<HTMLUListElement>(null);
  const many = useRef(view.forms.length);
  // A form that was deleted takes with it what the keyboard would go back to.
  useEffect(() => {
    const fewer = view.forms.length < many.current;
    many.current = view.forms.length;
    if (!fewer) return;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) list.current?.querySelector("button")?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [view]);
  const begin = (draft: Draft, from: string) => {
    setBack(from);
    setInHand({ draft, from });
  };
  const copy = (key: string) => {
    const of = view.forms.find(({ form }) => form.key === key);
    const base = of?.form.name ?? "";
    if (of) begin(copied(of, t`${base}, our own`, municipality?.id ?? 0), key);
  };
  return (
    <>
      <p className={css.about}>
        {t`A form decides the headings of a paper, their order and numbers, and what always stands there. A case can be written in another one; its texts follow their headings.`}
      </p>
      <div className={css.usual}>
        <Select
          label={t`The form cases are written in, where they choose no other`}
          labelAbove
          value={view.usual}
          options={view.forms.map(({ form, own }) => ({
            value: form.key,
            label: form.name,
            more: own ? t`our own` : t`comes with the program`,
          }))}
          disabled={!writable}
          onChange={(key) => void choosing.run(() => commands.paperFormChoose(key), { key: ["paperForms"] })}
        />
      </div>
      {choosing.error && <ErrorText error={choosing.error} />}
      <Heading level={3}>{t`Forms`}</Heading>
      <ul ref={list} className={css.forms}>
        {view.forms.map((one) => (
          <FormLine
            key={one.form.key}
            one={one}
            usual={one.form.key === view.usual}
            busy={inHand !== null}
            onChange={() => begin(drafted(one), one.form.key)}
            onCopy={() => copy(one.form.key)}
          />
        ))}
      </ul>
      {inHand && (
        <FormEditor
          key={`${inHand.draft.form.id} ${inHand.from}`}
          draft={inHand.draft}
          earlier={view.forms.find(({ form, own }) => own && form.id === inHand.draft.form.id) ?? null}
          onDraft={(draft) => setInHand({ ...inHand, draft })}
          onEnd={() => setInHand(null)}
        />
      )}
    </>
  );
}
