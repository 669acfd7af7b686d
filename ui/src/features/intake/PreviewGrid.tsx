import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSession } from "../../app/session";
import { useWord } from "../../format";
import { END, Grid } from "../../grid/Grid";
import type { Column, GridHandle } from "../../grid/types";
import { useWidth } from "../../grid/useWidth";
import type { IntakeAction, IntakeField, IntakePlan, IntakePreview, IntakeRow } from "../../ipc";
import { DanishText } from "../../parts/DanishText";
import { Mark, type Tone } from "../../parts/Mark";
import type { MenuSection } from "../../parts/Menu";
import css from "./intake.module.css";
import { choicesOf, problemsByColumn, type RowChoice, withRow } from "./plan";
import { useProblem } from "./useProblem";

const MenuBody = lazy(() => import("../../parts/MenuBody"));

const tones: Readonly<Record<IntakeAction, Tone>> = { add: "ok", update: "info", skip: "soft", bad: "bad" };
const amounts: ReadonlySet<IntakeField> = new Set(["amount", "requested", "awarded"]);
const wide: Partial<Record<IntakeField, number>> = { title: 240, purpose: 220, note: 220, funder: 170, pool: 190 };
const NARROW = 134;
/** Of a character, and of a line of a cell. */
const LETTER = 6.4;
const LINE = 17;

type Props = {
  preview: IntakePreview;
  rows: readonly IntakeRow[];
  onPlan: (plan: IntakePlan) => void;
};

/** The rows of the sheet as they were understood, each with what becomes of it and what is wrong at its cells. */
export function PreviewGrid({ preview, rows, onPlan }: Props) {
  const { t } = useLingui();
  const { preferences } = useSession();
  const word = useWord();
  const problem = useProblem();
  const { plan } = preview;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<GridHandle>(null);
  const room = useWidth(scroller);
  const [menu, setMenu] = useState<{ row: IntakeRow; cell: HTMLElement } | null>(null);
  const byNumber = useMemo(() => new Map(rows.map((row) => [row.number, row])), [rows]);
  const items = useMemo(() => Int32Array.from(rows, ({ number }) => number), [rows]);
  // The keyboard comes to the rows once they are there.
  useEffect(() => grid.current?.focus(true), []);

  const columns = useMemo((): readonly Column[] => {
    const read = plan.fields.flatMap((field, at) => (field === null ? [] : [{ field, at }]));
    const fields = read.map(
      ({ field, at }): Column => ({
        key: String(at),
        title: word("intake_field", field),
        width: wide[field] ?? NARROW,
        align: amounts.has(field) ? "end" : undefined,
        names: field === "title",
      }),
    );
    const fixed: Column[] = [
      { key: "number", title: t`Row`, width: 58, align: "end", pinned: true },
      { key: "action", title: t`What becomes of it`, width: 168, pinned: room >= 620 },
    ];
    const all = [...fixed, ...fields];
    const spare = room - END - all.reduce((sum, { width }) => sum + width, 0);
    return spare > 0 ? all.map((column) => (column.names ? { ...column, width: column.width + spare } : column)) : all;
  }, [plan, room, word, t]);

  const problems = useMemo(() => new Map(rows.map((row) => [row.number, problemsByColumn(plan, row)])), [rows, plan]);
  const wrongIn = useCallback(
    (row: IntakeRow, column: number) => (problems.get(row.number)?.get(column) ?? []).map(problem).join(" "),
    [problems, problem],
  );
  /** Which fields are wrong: their columns may be out of sight. */
  const fieldsOf = useCallback(
    (row: IntakeRow) =>
      [...(problems.get(row.number)?.keys() ?? [])]
        .flatMap((column) => plan.fields[column] ?? [])
        .map((field) => word("intake_field", field))
        .join(", "),
    [problems, plan, word],
  );
  const cell = useCallback(
    (item: number, { key }: Column) => {
      const row = byNumber.get(item);
      if (!row) return null;
      if (key === "number") return row.number;
      if (key === "action") {
        const wrong = wrongIn(row, -1);
        return (
          <span className={css.action}>
            <Mark tone={tones[row.action]}>{word("intake_action", row.action)}</Mark>
            {row.sameAs && row.action !== "skip" && (
              <span className={css.same} title={row.sameAs}>
                <DanishText>{row.action === "add" ? t`looks like ${row.sameAs}` : row.sameAs}</DanishText>
              </span>
            )}
            {row.action === "bad" && <span className={css.same}>{fieldsOf(row)}</span>}
            {wrong && <span className={css.wrong}>{wrong}</span>}
          </span>
        );
      }
      const at = Number(key);
      const wrong = row.action === "skip" ? "" : wrongIn(row, at);
      const understood = row.understood[at] ?? "";
      if (wrong) return <span className={css.wrong}>{wrong}</span>;
      return (
        <span className={css.understood} data-skipped={row.action === "skip" || undefined} title={understood}>
          <DanishText>{understood}</DanishText>
        </span>
      );
    },
    [byNumber, wrongIn, fieldsOf, word, t],
  );
  const copied = useCallback(
    (item: number, { key }: Column) => {
      const row = byNumber.get(item);
      if (!row) return { text: "" };
      if (key === "number") return { text: String(row.number), figure: true };
      if (key === "action") return { text: word("intake_action", row.action) };
      return { text: wrongIn(row, Number(key)) || (row.understood[Number(key)] ?? "") };
    },
    [byNumber, wrongIn, word],
  );
  const least = preferences.density === "comfortable" ? 50 : 42;
  const heightOf = useCallback(
    (item: number) => {
      const row = byNumber.get(item);
      if (row?.action !== "bad") return least;
      const lines = columns.map(({ key, width }) => {
        const wrong = key === "number" ? "" : wrongIn(row, key === "action" ? -1 : Number(key));
        return Math.ceil((wrong.length * LETTER) / (width - 16)) + (key === "action" ? 2 : 0);
      });
      return Math.max(least, Math.min(8, Math.max(...lines)) * LINE + 10);
    },
    [byNumber, columns, wrongIn, least],
  );

  const names: Readonly<Record<RowChoice, string>> = {
    take: t`Take it in`,
    skip: t`Leave it out`,
    add: t`Add it anyway`,
  };
  const open = (item: number) => {
    const row = byNumber.get(item);
    const line = items.indexOf(item);
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-line="${line}"] [data-column="1"]`);
    if (row && cell) setMenu({ row, cell });
  };
  const sections = (row: IntakeRow): MenuSection[] => [
    {
      items: choicesOf(plan, row).map((choice) => ({
        id: choice,
        label: names[choice],
        onAction: () => onPlan(withRow(plan, row.number, choice)),
      })),
    },
  ];
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== "Delete" || !(event.target instanceof Element)) return;
    const row = byNumber.get(items[Number(event.target.closest<HTMLElement>("[data-line]")?.dataset.line)] ?? -1);
    if (!row) return;
    event.preventDefault();
    onPlan(withRow(plan, row.number, row.action === "skip" ? "take" : "skip"));
  };
  return (
    <div className={css.preview} onKeyDownCapture={onKeyDownCapture}>
      <Grid
        ref={grid}
        label={t`Rows of the sheet`}
        columns={columns}
        items={items}
        heightOf={heightOf}
        wideOf={noWide}
        cell={cell}
        copied={copied}
        copiedHeading={titleOf}
        sorted={null}
        onSort={nothing}
        open={null}
        topFor={rows.length === 0}
        onOpen={open}
        onToggle={nothing}
        onType={nothing}
        onEscape={nothing}
        scroller={scroller}
        room={room}
      />
      {menu && (
        <Suspense>
          <MenuBody
            label={t`Row ${menu.row.number}`}
            sections={sections(menu.row)}
            trigger={{ current: menu.cell as HTMLButtonElement }}
            close={() => setMenu(null)}
          />
        </Suspense>
      )}
    </div>
  );
}

const noWide = () => null;
const nothing = () => undefined;
const titleOf = (column: Column) => column.title;
