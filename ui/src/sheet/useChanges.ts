import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useEffect, useLayoutEffect, useRef } from "react";
import { useNotify } from "../app/notify";
import { asFailure, errorWords } from "../parts/ErrorText";
import { type Change, filledDown, filledRight, pasted, same, type Unknown } from "./fill";
import { cellNamed, editOf, type Model, placesIn, type Range } from "./model";
import type { Batch, Outbox } from "./outbox";
import type { SheetProps } from "./types";
import type { Places } from "./usePlace";
import type { Tell } from "./useTold";

/** So many of the choices are named where a text is none of them. */
const FEW = 5;

export type Changes = {
  /** One text into a cell or a range. */
  type: (range: Range, text: string) => void;
  clear: () => void;
  fill: (way: "right" | "down") => void;
  paste: (block: readonly (readonly string[])[]) => void;
  addRow: () => void;
  deleteRows: () => void;
  moveRow: (step: 1 | -1) => void;
  takeBack: (batch: Batch) => void;
  /** Tells why nothing can be typed in the cell with the focus. */
  closed: () => void;
};

/** Everything that changes what stands in a sheet: it goes out in the order it was done. */
export function useChanges(
  props: SheetProps,
  outbox: Outbox,
  model: Model,
  places: Places,
  tell: Tell,
  /** Puts the focus in a line just added. */
  enter: (row: string) => void,
): Changes {
  const { t, i18n } = useLingui();
  const { range, at } = places;
  const notify = useNotify();
  /** Whether the screen shows something else by now. */
  const gone = useRef(false);

  const nameOf = (row: string, column: string) => cellNamed(model, row, column, (number) => t`new line ${number}`);
  const worded = (error: unknown) => errorWords(asFailure(error), i18n.locale === "en" ? "en" : "da");
  useLayoutEffect(() => {
    outbox.send = async (edits, added) => {
      if (added.length === 0) return props.onEdit(edits);
      return (await props.onPasteRows?.(edits, added)) ?? [];
    };
    outbox.worded = worded;
    outbox.seen = ({ row, column }) => {
      const cell = model.cellAt({ line: model.lineOf.get(row) ?? -1, column: model.columnOf.get(column) ?? -1 });
      return `${cell?.shown}\n${editOf(cell)}`;
    };
    outbox.onKept = ({ edits, added }) => {
      const [only] = edits;
      if (!only || edits.length + added.length > 1) return;
      const place = nameOf(only.row, only.column);
      tell(t`Kept: ${place}`, "spoken");
    };
    outbox.onRefused = ({ edits, problems, message }) => {
      const [first] = problems;
      const cell = first ?? edits[0];
      const place = cell && nameOf(cell.row, cell.column);
      const why = first?.message ?? message ?? "";
      const said = place ? t`Not kept: ${place}. ${why}` : t`Not kept. ${why}`;
      if (gone.current) notify({ tone: "bad", text: said });
      else tell(said, "bad");
    };
  });
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  // What is shown follows what was kept.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever what is shown is another
  useEffect(() => outbox.follow(), [outbox, model]);

  const closed = () => tell(model.closed(at) || t`Nothing can be typed in this cell: the program fills it in.`, "info");

  const passedOver = (passed: number) =>
    passed === 0
      ? ""
      : ` ${plural(passed, { one: "# cell is not typed in and was passed over.", other: "# cells are not typed in and were passed over." })}`;

  const noChoice = ({ text, choices }: Unknown) => {
    const some = choices.slice(0, FEW).map(({ label }) => label);
    const listed = some.join(", ") + (choices.length > FEW ? " …" : "");
    return choices.length === 0
      ? t`“${text}” cannot stand here: there is nothing to choose from.`
      : t`“${text}” is none of the choices: ${listed}`;
  };

  /** Sends a change, and says what it is; one that is known to be wrong is held instead. */
  const apply = (change: Change, say: (cells: number) => string) => {
    const { edits, added, passed, unknown } = change;
    const cells = edits.length + added.reduce((sum, row) => sum + row.length, 0);
    if (unknown.length > 0) {
      const problems = unknown.map((one) => ({ row: one.row, column: one.column, message: noChoice(one) }));
      return outbox.refuse(edits, added, problems);
    }
    if (cells === 0) return passed > 0 ? closed() : undefined;
    outbox.put(edits, added);
    if (cells > 1 || passed > 0) tell(say(cells) + passedOver(passed), "info");
  };

  const type = (into: Range, text: string) => {
    const cells = [...placesIn(into)];
    const [only] = cells;
    const row = model.lines[only?.line ?? -1];
    const column = model.columns[only?.column ?? -1];
    // What mends a refused cell is sent even where it is what stood there before.
    if (cells.length === 1 && row && column && outbox.refusedAt(row.id, column.id))
      return outbox.put([{ row: row.id, column: column.id, text }]);
    apply(same(model, into, text), (count) => t`Typed into ${count} cells.`);
  };

  const takeBack = (batch: Batch) => {
    outbox.takeBack(batch);
    tell(t`What was not kept is taken back.`, "info");
  };

  const fill = (way: "right" | "down") => {
    const change = way === "right" ? filledRight(model, range) : filledDown(model, range);
    if ("from" in change) {
      const [from, to] = [model.columns[change.from]?.spoken ?? "", model.columns[change.to]?.spoken ?? ""];
      return tell(t`Nothing was filled: what stands in “${from}” cannot stand in “${to}”.`, "bad");
    }
    apply(change, (count) => plural(count, { one: "# cell filled.", other: "# cells filled." }));
  };

  const paste = (block: readonly (readonly string[])[]) => {
    if (props.readOnly !== undefined || range.top >= model.count) return closed();
    const change = pasted(model, range, block);
    if ("wide" in change) {
      const { wide } = change;
      return tell(
        plural(wide, {
          one: "Nothing was pasted: what was copied is # column too wide from here.",
          other: "Nothing was pasted: what was copied is # columns too wide from here.",
        }),
        "bad",
      );
    }
    const more = change.added.length;
    if (more > 0 && !props.onPasteRows)
      return tell(
        plural(more, {
          one: "Nothing was pasted: # more line is needed.",
          other: "Nothing was pasted: # more lines are needed.",
        }),
        "bad",
      );
    apply(change, (count) => plural(count, { one: "# cell pasted.", other: "# cells pasted." }));
  };

  /** What a row is asked to do waits for what was typed before it. */
  const ask = (task: () => Promise<string | undefined>) => {
    outbox.ask(task).then(
      (said) => said && tell(said, "info"),
      (error: unknown) => tell(worded(error), "bad"),
    );
  };
  const lines = () =>
    model.lines.filter(({ kind }, line) => line >= range.top && line <= range.bottom && kind === "line");

  const addRow = () => {
    const { onAddRow } = props;
    if (!onAddRow || props.readOnly !== undefined) return closed();
    let below = Math.min(range.bottom, model.count - 1);
    while (below >= 0 && model.lines[below]?.kind !== "line") below -= 1;
    ask(async () => {
      const id = await onAddRow(model.lines[below]?.id ?? null);
      if (id !== null) enter(id);
      return t`Line added.`;
    });
  };

  const deleteRows = () => {
    const { onDeleteRows } = props;
    const rows = lines();
    if (!onDeleteRows || props.readOnly !== undefined || rows.length === 0) return closed();
    ask(async () => {
      await onDeleteRows(rows.map(({ id }) => id));
      const count = rows.length;
      return plural(count, {
        one: "# line deleted. Ctrl+Z brings it back.",
        other: "# lines deleted. Ctrl+Z brings them back.",
      });
    });
  };

  const moveRow = (step: 1 | -1) => {
    const row = model.lines[at.line];
    const { onMoveRow } = props;
    if (!onMoveRow || props.readOnly !== undefined || row?.kind !== "line") return closed();
    ask(async () => {
      await onMoveRow(row.id, step);
      const { name } = row;
      return step > 0 ? t`${name} moved down.` : t`${name} moved up.`;
    });
  };

  const clear = () => apply(same(model, range, ""), (count) => t`${count} cells emptied.`);
  return { type, clear, fill, paste, addRow, deleteRows, moveRow, takeBack, closed };
}
