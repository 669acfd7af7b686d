import { useLingui } from "@lingui/react/macro";
import Pencil from "lucide-react/icons/pencil";
import Plus from "lucide-react/icons/plus";
import Trash from "lucide-react/icons/trash-2";
import { createContext, Fragment, type KeyboardEvent, type ReactNode, use, useEffect, useRef, useState } from "react";
import { useActions } from "../../../../app/actions";
import { useNotify } from "../../../../app/notify";
import { Button } from "../../../../parts/Button";
import { ErrorText } from "../../../../parts/ErrorText";
import { Unseen } from "../../../../parts/Figure";
import { IconButton } from "../../../../parts/IconButton";
import { useKept } from "../../../../parts/standing/useKept";
import { type Draft, differs, type Field } from "./fields";
import css from "./list.module.css";
import { RecordForm } from "./RecordForm";

export type { Field } from "./fields";

/** What the drafts of this page are kept under. */
export const DraftPlace = createContext("");

export type Column<R> = {
  label: string;
  cell: (row: R) => ReactNode;
  /** Figures, set to the right. */
  end?: boolean;
};

type Props<R> = {
  /** What the records are, for the table's name. */
  label: string;
  rows: readonly R[];
  columns: readonly Column<R>[];
  fields: readonly Field<R>[];
  /** A new record; absent where none is added by hand. */
  blank?: () => R;
  /** What a record is called. */
  name: (row: R) => string;
  /** Rejects with the refusal. */
  save: (row: R) => Promise<unknown>;
  remove?: (row: R) => Promise<unknown>;
  /** What the button that adds says; absent where no more can be added. */
  add?: string;
  /** One sentence where there are none. */
  empty: string;
  /** More that can be done with a record; what they are given opens its form with something filled in. */
  actions?: (row: R, begin: (patch: Partial<R>) => void) => ReactNode;
  /** What counts no longer: struck through, and not corrected. */
  struck?: (row: R) => boolean;
  editable: boolean;
};

/**
 * Records in a table, each with its form in its own place, one open at a time. Enter or F2 opens, Delete removes (Ctrl+Z brings
 * back). What is open and what is typed stays when one looks at something else.
 */
export function RecordList<R extends { id: number; version: number }>(props: Props<R>) {
  const { label, rows, columns, fields, blank, name, save, remove, add, empty, actions, struck, editable } = props;
  const { t } = useLingui();
  const notify = useNotify();
  const { runAction } = useActions();
  const place = use(DraftPlace);
  const [draft, keep] = useKept<Draft<R>>(`${place} ${label}`);
  const box = useRef<HTMLDivElement>(null);
  // Where the keyboard goes once the table is on the screen as it now is: a row's number, or to what adds.
  const [target, setTarget] = useState<number | "add" | null>(null);
  useEffect(() => {
    if (target === null) return;
    const row = target !== "add" && box.current?.querySelector<HTMLElement>(`[data-row="${target}"]`);
    (row || box.current?.querySelector<HTMLElement>("[data-add]"))?.focus();
    setTarget(null);
  }, [target]);

  // What was written in a record that someone removed meanwhile can still be saved, as a new one.
  const edited = rows.find(({ id }) => id === draft?.id);
  const fresh = blank?.();
  const written = edited ?? fresh;
  const openId = editable && draft && written ? written.id : null;
  const isDirty = draft !== null && written !== undefined && differs({ ...written, ...draft.begun }, draft.patch);
  const open = (id: number, patch: Partial<R> = {}) => {
    if (openId !== null && openId !== id && isDirty) {
      // What is being written is seen to first.
      box.current?.querySelector<HTMLElement>("form input, form textarea, form button")?.focus();
      return;
    }
    if (openId !== id) keep({ id, patch, begun: patch });
  };
  const take = async (row: R) => {
    const at = rows.findIndex(({ id }) => id === row.id);
    const next = rows[at + 1] ?? rows[at - 1];
    try {
      await remove?.(row);
      if (draft?.id === row.id) keep(null);
      notify({
        tone: "ok",
        text: t`Removed. Ctrl+Z brings it back.`,
        action: { label: t`Undo`, run: () => runAction("history.undo") },
      });
      setTarget(next?.id ?? "add");
    } catch (refusal) {
      notify({ tone: "bad", text: <ErrorText error={refusal} bare /> });
    }
  };
  const onKey = (row: R) => (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "F2") open(row.id);
    else if (event.key === "Delete" && remove) void take(row);
    else return;
    event.preventDefault();
  };
  const form = (row: R) => (
    <RecordForm
      label={row.id === 0 ? (add ?? label) : name(row)}
      row={row}
      patch={draft?.patch ?? {}}
      begun={draft?.begun}
      fields={fields}
      onPatch={(patch) => keep({ id: row.id, patch, begun: draft?.begun })}
      save={save}
      onEnd={() => {
        keep(null);
        setTarget(row.id === 0 ? "add" : row.id);
      }}
    />
  );
  const tools = (row: R) => {
    const called = name(row);
    return (
      <>
        {actions?.(row, (patch) => open(row.id, patch))}
        <IconButton label={t`Correct ${called}`} data-row={row.id} onClick={() => open(row.id)} onKeyDown={onKey(row)}>
          <Pencil size={14} aria-hidden />
        </IconButton>
        {remove && (
          <IconButton label={t`Remove ${called}`} onClick={() => void take(row)}>
            <Trash size={14} aria-hidden />
          </IconButton>
        )}
      </>
    );
  };
  const width = columns.length + (editable ? 1 : 0);
  return (
    <div ref={box} className={css.list}>
      {rows.length === 0 ? (
        openId === null && <p className={css.empty}>{empty}</p>
      ) : (
        // What scrolls sideways must be reached by keyboard, also where nothing in it can be.
        <section className={css.scroll} aria-label={label} tabIndex={editable ? undefined : 0}>
          <table className={css.table}>
            <caption>{label}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.label} scope="col" data-end={column.end || undefined}>
                    {column.label}
                  </th>
                ))}
                {editable && (
                  <th scope="col">
                    <Unseen>{t`Actions`}</Unseen>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => {
                const gone = struck?.(row) ?? false;
                return (
                  <Fragment key={row.id}>
                    {openId === row.id ? (
                      <tr>
                        <td colSpan={width}>{form(row)}</td>
                      </tr>
                    ) : (
                      <tr data-struck={gone || undefined}>
                        {columns.map((column, at) =>
                          at === 0 ? (
                            <th key={column.label} scope="row" data-end={column.end || undefined}>
                              {column.cell(row)}
                            </th>
                          ) : (
                            <td key={column.label} data-end={column.end || undefined}>
                              {column.cell(row)}
                            </td>
                          ),
                        )}
                        {editable && <td className={css.tools}>{!gone && tools(row)}</td>}
                      </tr>
                    )}
                  </Fragment>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
      {openId === 0 && fresh && form(fresh)}
      {editable && add && fresh && openId !== 0 && (
        <div>
          <Button data-add icon={<Plus size={14} aria-hidden />} onClick={() => open(0)}>
            {add}
          </Button>
        </div>
      )}
    </div>
  );
}
