import { useLingui } from "@lingui/react/macro";
import Pencil from "lucide-react/icons/pencil";
import { useRef, useState } from "react";
import { useSession } from "../../app/session";
import { formatDate } from "../../format";
import { commands, type Terms, type TermsView } from "../../ipc";
import { Button } from "../Button";
import { DanishText } from "../DanishText";
import { DateField } from "../DateField";
import { ErrorText } from "../ErrorText";
import { FormActions } from "../FormActions";
import { OptionalSelect } from "../OptionalSelect";
import { hostOf, Source } from "../pool/Sources";
import { useKept } from "../standing/useKept";
import { useReturn } from "../standing/useReturn";
import { TextArea, TextField } from "../TextField";
import { useFirstFocus } from "../useFirstFocus";
import { hasInstrument } from "./rules";
import type { Documents } from "./TermsPanel";
import css from "./terms.module.css";
import { type TermsOf, useTermsSave } from "./useTerms";

type Props = { terms: TermsOf; view: TermsView; documents: Documents };

/** The pool's own text, which goes before the usual rules: an order, an audit instruction, a guide. */
export function Instrument(props: Props) {
  const { t } = useLingui();
  const { writable } = useSession();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useReturn(open, () => button.current);
  const { view, documents } = props;
  const own = view.terms && hasInstrument(view.terms) ? view.terms : null;
  const inherited = view.inherited && hasInstrument(view.inherited) ? view.inherited : null;
  if (open && writable) return <InstrumentForm {...props} onEnd={() => setOpen(false)} />;
  return (
    <div className={css.instrument}>
      <div className={css.text}>
        {own && <Told terms={own} documents={documents} />}
        {inherited && <Told terms={inherited} documents={documents} />}
        {!own && !inherited && <span className={css.soft}>{t`The pool's own text is not recorded.`}</span>}
      </div>
      {writable && (
        <Button ref={button} tone="quiet" icon={<Pencil size={14} aria-hidden />} onClick={() => setOpen(true)}>
          {own ? t`Correct` : t`Record the pool's own text`}
        </Button>
      )}
    </div>
  );
}

function Told({ terms, documents }: { terms: Terms; documents: Documents }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { title, url, datedOn, documentId, note } = terms;
  const day = datedOn && formatDate(datedOn, language, "long");
  return (
    <div>
      <p>
        {title && (
          <b>
            <DanishText>{title}</DanishText>
          </b>
        )}
        {day && <span className={css.soft}> {t`of ${day}`}</span>}
      </p>
      <p className={css.sources}>
        {url && <Source address={url} name={hostOf(url)} />}
        {documentId !== null && <DocumentLink id={documentId} documents={documents} />}
      </p>
      {note && (
        <p className={css.soft}>
          <DanishText>{note}</DanishText>
        </p>
      )}
    </div>
  );
}

/** Opens a copy of the document in the program that belongs to it. */
export function DocumentLink({ id, documents }: { id: number; documents: Documents }) {
  const { t } = useLingui();
  const [error, setError] = useState<unknown>(null);
  const title = documents.find((one) => one.id === id)?.title ?? t`the document`;
  return (
    <>
      <button
        type="button"
        className={css.document}
        onClick={() => void commands.documentOpen(id).then(() => setError(null), setError)}
      >
        {t`Open “${title}”`}
      </button>
      {error !== null && <ErrorText error={error} bare />}
    </>
  );
}

const fields = ["title", "url", "datedOn", "documentId", "note"];

type Draft = Pick<Terms, "title" | "url" | "datedOn" | "documentId" | "note">;

function InstrumentForm({ terms, view, documents, onEnd }: Props & { onEnd: () => void }) {
  const { t } = useLingui();
  const form = useRef<HTMLFormElement>(null);
  const save = useTermsSave(terms, view, fields);
  const [kept, keep] = useKept<Draft>(`${terms.key.join(" ")} instrument`);
  const draft: Draft = kept ?? view.terms ?? terms.blank;
  const set = (patch: Partial<Draft>) => {
    const { title, url, datedOn, documentId, note } = { ...draft, ...patch };
    keep({ title, url, datedOn, documentId, note });
  };
  useFirstFocus(form, "input");
  const end = () => {
    keep(null);
    onEnd();
  };
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={t`The pool's own text`}
      onSubmit={(event) => {
        event.preventDefault();
        const { title, url, datedOn, documentId, note } = draft;
        void save.saveTerms({ title: title.trim(), url: url.trim(), datedOn, documentId, note: note.trim() }, end);
      }}
    >
      <TextField
        label={t`Title`}
        lang="da"
        value={draft.title}
        onChange={(title) => set({ title })}
        description={t`The order, audit instruction or guide of the pool.`}
        error={save.fieldError("title")}
      />
      <DateField
        label={t`Date`}
        value={draft.datedOn}
        onChange={(datedOn) => set({ datedOn })}
        error={save.fieldError("datedOn")}
      />
      <TextField
        label={t`Address`}
        value={draft.url}
        onChange={(url) => set({ url })}
        description={t`Where it can be read, for example https://www.retsinformation.dk/…`}
        error={save.fieldError("url")}
      />
      {documents.length > 0 && (
        <OptionalSelect
          label={t`Document`}
          labelAbove
          value={draft.documentId === null ? null : String(draft.documentId)}
          options={documents.map(({ id, title }) => ({ value: String(id), label: title }))}
          onChange={(id) => set({ documentId: id === null ? null : Number(id) })}
        />
      )}
      <TextArea
        label={t`Note`}
        lang="da"
        rows={2}
        value={draft.note}
        onChange={(note) => set({ note })}
        error={save.fieldError("note")}
      />
      {save.error && <ErrorText error={save.error} />}
      <FormActions busy={save.busy} dirty={kept !== null} onCancel={end} />
    </form>
  );
}
