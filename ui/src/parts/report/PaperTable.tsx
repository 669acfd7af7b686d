import { useEffect, useId, useRef, useState } from "react";
import { formatDate } from "../../format";
import type { Cell, Column, Row, Table } from "../../ipc";
import { Blocks } from "./Blocks";
import { useDrawn } from "./context";
import { each } from "./each";
import { shownNumber } from "./number";
import css from "./Report.module.css";
import { Live } from "./Runs";

/** A table; where it is wider than the paper it scrolls by itself, also by the keyboard. */
export function PaperTable({ table }: { table: Table }) {
  const id = useId();
  const { columns, rows, title, note } = table;
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  const { ref, wide } = useWider();
  return (
    <>
      <section
        ref={ref}
        className={css.scroll}
        aria-labelledby={id}
        data-wide={wide || undefined}
        tabIndex={wide ? 0 : undefined}
      >
        <table className={css.table} data-many={columns.length > 4 || undefined}>
          <caption id={id}>{title}</caption>
          <colgroup>
            {each(columns, (column) => (
              <col style={{ width: `${(100 * column.width) / all}%` }} />
            ))}
          </colgroup>
          <Head table={table} />
          <tbody>
            {each(rows, (row) => (
              <Line row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </section>
      {note && <p className={css.note}>{note}</p>}
    </>
  );
}

/** Whether what stands in the element is wider than it. */
function useWider() {
  const ref = useRef<HTMLElement>(null);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const look = () => setWide(element.scrollWidth > element.clientWidth);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    look();
    return () => observer.disconnect();
  }, []);
  return { ref, wide };
}

/** The headings of the columns; those of several stand in a row of their own above. */
function Head({ table }: { table: Table }) {
  const { columns, groups } = table;
  if (groups.length === 0) {
    return (
      <thead>
        <tr>
          {each(columns, (column) => (
            <Heading column={column} />
          ))}
        </tr>
      </thead>
    );
  }
  const grouped = (at: number) => groups.find((group) => at >= group.from && at < group.from + group.columns);
  return (
    <thead>
      <tr>
        {each(columns, (column, at) => {
          const group = grouped(at);
          if (!group) return <Heading column={column} rows={2} />;
          if (group.from !== at) return null;
          return (
            <th scope="colgroup" colSpan={group.columns} className={css.group}>
              {group.heading}
            </th>
          );
        })}
      </tr>
      <tr>{each(columns, (column, at) => grouped(at) && <Heading column={column} />)}</tr>
    </thead>
  );
}

const Heading = ({ column, rows }: { column: Column; rows?: number }) => (
  <th scope="col" rowSpan={rows} data-kind={column.kind}>
    {column.heading}
  </th>
);

function Line({ row, columns }: { row: Row; columns: readonly Column[] }) {
  if (row.kind === "heading") {
    const [first] = row.cells;
    return (
      <tr data-row="heading">
        <th scope="colgroup" colSpan={columns.length}>
          {first && <Held cell={first} />}
        </th>
      </tr>
    );
  }
  return (
    <tr data-row={row.kind}>
      {each(row.cells, (cell, at) => {
        const kind = columns[at]?.kind;
        if (at === 0 && kind === "text" && cell.cell === "text")
          return (
            <th scope="row">
              <Held cell={cell} />
            </th>
          );
        return (
          <td data-kind={kind}>
            <Held cell={cell} />
          </td>
        );
      })}
    </tr>
  );
}

function Held({ cell }: { cell: Cell }) {
  const { language } = useDrawn();
  switch (cell.cell) {
    case "empty":
      return null;
    case "text":
      return <Blocks blocks={cell.blocks} />;
    case "number":
      return (
        <Live code={cell.figure} cell>
          {shownNumber(cell.value, cell.decimals, language)}
        </Live>
      );
    case "date":
      return formatDate(cell.date, language, "short");
  }
}
