import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { useNotify } from "../../../app/notify";
import { useWord } from "../../../format";
import { type AppendixColumn, type AppendixDraft, type CaseView, commands, type PaperView } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { ComboField } from "../../../parts/ComboField";
import { ErrorText } from "../../../parts/ErrorText";
import { FormActions } from "../../../parts/FormActions";
import { OrderedChoice } from "../../../parts/OrderedChoice";
import { TextField } from "../../../parts/TextField";
import { useFirstFocus } from "../../../parts/useFirstFocus";
import { useSubjects } from "../useCase";
import own from "./appendix.module.css";
import { Ordered } from "./Ordered";
import css from "./paper.module.css";
import { usePaperSave } from "./usePaper";

const fields = ["title", "documentId"];
const allColumns: readonly AppendixColumn[] = [
  "initiative",
  "amounts",
  "total",
  "description",
  "applicants",
  "deadline",
  "share",
  "stance",
];
const usualColumns: readonly AppendixColumn[] = ["initiative", "amounts", "description"];

type Props = {
  view: PaperView;
  caseView: CaseView;
  draft: AppendixDraft;
  /** Something is typed that is not saved. */
  dirty: boolean;
  onChange: (draft: AppendixDraft) => void;
  /** Told the appendix to go to. */
  onEnd: (id: number | null) => void;
};

/** An appendix: its title, and the document it is or the pools and columns of its table. */
export default function AppendixForm({ view, caseView, draft, dirty, onChange, onEnd }: Props) {
  const { t } = useLingui();
  const word = useWord();
  const notify = useNotify();
  const form = useRef<HTMLFormElement>(null);
  const save = usePaperSave(fields);
  useFirstFocus(form, "input");
  useEffect(() => {
    // As much of it as there is room for, not its first field alone.
    form.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  const set = (patch: Partial<AppendixDraft>) => {
    save.reset();
    onChange({ ...draft, ...patch });
  };
  const submit = () => {
    const known = new Set(view.appendices.map((one) => one.draft.id));
    let saved = draft.id;
    return save.run(
      () => commands.paperAppendixSave({ ...draft, title: draft.title.trim() }),
      (next) => {
        saved = draft.id || (next.appendices.find((one) => !known.has(one.draft.id))?.draft.id ?? 0);
        notify({ tone: "ok", text: t`The appendix is saved.` });
        onEnd(saved);
      },
    );
  };
  const documents = view.documents.map(({ id, name, application }) => ({
    value: String(id),
    label: name,
    more: application,
  }));
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={draft.id === 0 ? t`New appendix` : t`Correct the appendix`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className={css.soft}>{word("appendix_kind", draft.kind)}</p>
      <TextField
        label={t`Title`}
        lang="da"
        value={draft.title}
        onChange={(title) => set({ title })}
        error={save.fieldError("title")}
      />
      {draft.kind === "document" && (
        <ComboField
          label={t`Document`}
          value={draft.documentId === null ? "" : String(draft.documentId)}
          options={documents}
          placeholder={t`Search the documents of the applications …`}
          onChange={(value) => {
            const documentId = Number(value);
            const named = view.documents.find(({ id }) => id === documentId);
            set({ documentId, title: draft.title || (named?.name ?? "") });
          }}
          error={save.fieldError("documentId")}
        />
      )}
      {draft.kind === "pools" && (
        <>
          <Columns chosen={draft.columns} onChange={(columns) => set({ columns })} />
          <Pools caseView={caseView} chosen={draft.pools} onChange={(pools) => set({ pools })} />
        </>
      )}
      {save.error && <ErrorText error={save.error} />}
      <FormActions busy={save.busy} dirty={dirty} onCancel={() => onEnd(draft.id || null)} />
    </form>
  );
}

/** Which columns the table has, and in which order; none chosen is the usual ones. */
function Columns({ chosen, onChange }: { chosen: AppendixColumn[]; onChange: (columns: AppendixColumn[]) => void }) {
  const { t } = useLingui();
  const word = useWord();
  const shown = chosen.length > 0 ? chosen : usualColumns;
  const names = Object.fromEntries(allColumns.map((column) => [column, word("appendix_column", column)])) as Record<
    AppendixColumn,
    string
  >;
  return (
    <fieldset className={own.set}>
      <legend>{t`Columns`}</legend>
      <OrderedChoice
        names={names}
        chosen={shown}
        others={allColumns.filter((column) => !shown.includes(column))}
        // The usual ones are kept as none: should they become others, the appendix follows.
        onChange={(columns) => onChange(columns.join() === usualColumns.join() ? [] : [...columns])}
      />
    </fieldset>
  );
}

/** Which pools the table has, and in which order; none chosen is those that are assessed. */
function Pools({
  caseView,
  chosen,
  onChange,
}: {
  caseView: CaseView;
  chosen: number[];
  onChange: (pools: number[]) => void;
}) {
  const { t } = useLingui();
  const { pools } = useSubjects();
  const set = useRef<HTMLFieldSetElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked at whenever others are chosen
  useEffect(() => {
    // A button that has nothing more to do is gone: the keyboard goes to the field another pool is added by.
    if (document.activeElement !== document.body) return;
    const field = set.current?.querySelector("input");
    field?.focus();
    field?.scrollIntoView?.({ block: "nearest" });
  }, [chosen]);
  const known = pools?.pools ?? [];
  const nameOf = (id: number) => {
    const pool = known.find((one) => one.id === id);
    if (!pool) return t`Pool no. ${id}`;
    return pool.initiative ? `${pool.initiative.number} ${pool.title.da}` : pool.title.da;
  };
  const ofCase = caseView.points
    .flatMap(({ subjects }) => subjects.map(({ subject }) => subject.poolId))
    .filter((id) => id !== null)
    .filter((id, at, all) => all.indexOf(id) === at && !chosen.includes(id));
  return (
    <fieldset ref={set} className={own.set}>
      <legend>{t`Pools`}</legend>
      {chosen.length === 0 ? (
        <p
          className={css.soft}
        >{t`None chosen: the table has every pool that is assessed, in the order of the agreement.`}</p>
      ) : (
        <Ordered
          label={t`Pools in order`}
          items={chosen.map((key) => ({ key, name: nameOf(key) }))}
          onChange={onChange}
        />
      )}
      <ComboField
        label={t`Add a pool`}
        value=""
        options={known
          .filter(({ id }) => !chosen.includes(id))
          .map(({ id }) => ({ value: String(id), label: nameOf(id) }))}
        placeholder={t`Search number or title …`}
        onChange={(value) => onChange([...chosen, Number(value)])}
      />
      <div className={own.adds}>
        {ofCase.length > 0 && (
          <Button onClick={() => onChange([...chosen, ...ofCase])}>{t`Add those the points are about`}</Button>
        )}
        {chosen.length > 0 && <Button onClick={() => onChange([])}>{t`All that are assessed`}</Button>}
      </div>
    </fieldset>
  );
}
