import { useLingui } from "@lingui/react/macro";
import Trash from "lucide-react/icons/trash-2";
import Undo from "lucide-react/icons/undo-2";
import { type ReactNode, useRef } from "react";
import { useActions } from "../../app/actions";
import { useNotify } from "../../app/notify";
import { useSession } from "../../app/session";
import { DanishText } from "../../parts/DanishText";
import { ErrorText } from "../../parts/ErrorText";
import { IconButton } from "../../parts/IconButton";
import { OptionalSelect } from "../../parts/OptionalSelect";
import { type Option, Select } from "../../parts/Select";
import { CellField } from "./CellField";
import css from "./Settings.module.css";

/** A column: what stands in it, and how it is corrected where it stands. One without `save` is not. */
export type Column<Row> = {
  title: string;
  /** Pixels. */
  width?: number;
  figure?: boolean;
  /** The text in the field; for a choice its value. */
  shown: (row: Row) => string;
  save?: (row: Row, value: string) => Promise<void>;
  /** Turns what is typed into what is kept, or null when it is none; `wrong` is then said. */
  read?: (text: string) => string | null;
  wrong?: string;
  /** Whether it may be empty. */
  optional?: boolean;
  /** The choices, where it is one of a few; an optional one may be none of them. */
  options?: readonly Option<string>[];
  /** The word for none of them. */
  none?: string;
  /** A word or two after the field. */
  beside?: (row: Row) => string | null;
  /** What is to be said of it, under the field. */
  below?: (row: Row) => ReactNode;
};

/** Rows that are corrected in place and removed where they stand. The first column names the row. */
export function EditableTable<Row extends { id: number }>({
  label,
  rows,
  columns,
  name,
  rowKey = (row) => row.id,
  remove,
  removable = () => true,
  removeLabel,
  empty,
}: {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** What a row is called. */
  name: (row: Row) => string;
  /** What tells the rows apart, where some have no id yet. */
  rowKey?: (row: Row) => string | number;
  remove?: (row: Row) => Promise<void>;
  /** Whether a row can be removed. */
  removable?: (row: Row) => boolean;
  /** What removing one is called, where that is not deleting it. */
  removeLabel?: (name: string) => string;
  /** What is said where there are no rows and some can be added. */
  empty: ReactNode;
}) {
  const { t } = useLingui();
  const { writable } = useSession();
  const box = useRef<HTMLElement>(null);
  const removing = remove && writable;
  return (
    <section className={css.box} aria-label={label} ref={box} tabIndex={-1}>
      {rows.length === 0 ? (
        <p className={css.nothing}>{writable ? empty : t`None recorded.`}</p>
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              {columns.map(({ title, width, figure }) => (
                <th key={title} scope="col" className={figure ? css.figure : undefined} style={{ width }}>
                  {title}
                </th>
              ))}
              {removing && <td style={{ width: 34 }} />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column, index) => (
                  <Cell key={column.title} row={row} column={column} name={name(row)} head={index === 0} />
                ))}
                {removing && (
                  <td>
                    <RemoveCell
                      shown={removable(row)}
                      label={removeLabel?.(name(row))}
                      name={name(row)}
                      remove={() => remove(row)}
                      // The button goes away with its row: the table keeps the place.
                      then={() => box.current?.focus()}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type CellProps<Row> = { row: Row; column: Column<Row>; name: string; head: boolean };

function Cell<Row>({ row, column, name, head }: CellProps<Row>) {
  const { writable } = useSession();
  const notify = useNotify();
  const { title, shown, save, options, optional = false } = column;
  const Tag = head ? "th" : "td";
  const scope = head ? "row" : undefined;
  const value = shown(row);
  if (!save)
    return (
      <Tag scope={scope} className={css.fixed}>
        <DanishText>{value}</DanishText>
      </Tag>
    );
  const label = `${title}: ${name}`;
  if (!options)
    return (
      <Tag scope={scope}>
        <CellField
          label={label}
          value={value}
          figure={column.figure}
          optional={optional}
          read={column.read}
          wrong={column.wrong}
          beside={column.beside?.(row)}
          save={(typed) => save(row, typed)}
        />
        {column.below?.(row)}
      </Tag>
    );
  const choose = (chosen: string) =>
    void save(row, chosen).catch((error: unknown) => notify({ tone: "bad", text: <ErrorText error={error} bare /> }));
  const select = { label, hideLabel: true, quiet: true, options, disabled: !writable };
  return (
    <Tag scope={scope}>
      {optional ? (
        <OptionalSelect
          {...select}
          none={column.none}
          value={value === "" ? null : value}
          onChange={(chosen) => choose(chosen ?? "")}
        />
      ) : (
        <Select {...select} value={value} onChange={choose} />
      )}
    </Tag>
  );
}

type Removal = {
  shown: boolean;
  label?: string | undefined;
  name: string;
  remove: () => Promise<void>;
  then: () => void;
};

function RemoveCell({ shown, label, name, remove, then }: Removal) {
  const { t } = useLingui();
  const { runAction } = useActions();
  const notify = useNotify();
  const run = async () => {
    try {
      await remove();
      then();
      notify({
        tone: "ok",
        text: label ?? t`Deleted: ${name}`,
        action: { label: t`Undo`, run: () => runAction("history.undo") },
      });
    } catch (refusal) {
      notify({ tone: "bad", text: <ErrorText error={refusal} bare /> });
    }
  };
  if (!shown) return null;
  return (
    <IconButton label={label ?? t`Delete ${name}`} onClick={() => void run()}>
      {label ? <Undo size={15} aria-hidden /> : <Trash size={15} aria-hidden />}
    </IconButton>
  );
}
