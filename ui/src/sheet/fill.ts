import { foldA } from "../fold";
import type { Place } from "../grid/navigate";
import { type Model, placesIn, type Range } from "./model";
import type { SheetChoice, SheetEdit, SheetNewRow } from "./types";

/** A text that is none of the choices of its cell, and what they are. */
export type Unknown = SheetEdit & { choices: readonly SheetChoice[] };

/** What a change of a range would do. */
export type Change = {
  edits: SheetEdit[];
  added: SheetNewRow[];
  /** Cells that cannot be typed in, which were passed over. */
  passed: number;
  /** What is known to be wrong before the program is asked. */
  unknown: Unknown[];
};

const nothing = (): Change => ({ edits: [], added: [], passed: 0, unknown: [] });

/** A text as the cell takes it; of a choice cell null where it is none of its choices. */
function taken(model: Model, place: Place, text: string): string | null {
  const kind = model.columns[place.column]?.kind;
  if (kind === "choice") return choiceOf(model.choicesAt(place), text);
  return kind === "number" ? text.trim() : text;
}

/** The one way into a cell, typed, pasted or filled. */
function put(model: Model, change: Change, place: Place, text: string) {
  const row = model.lines[place.line];
  const column = model.columns[place.column];
  if (!row || !column) return;
  if (!model.editable(place)) {
    change.passed += 1;
    return;
  }
  if (text === model.textAt(place)) return;
  const read = taken(model, place, text);
  const edit = { row: row.id, column: column.id, text: read ?? text };
  if (read === null) change.unknown.push({ ...edit, choices: model.choicesAt(place) });
  if (edit.text !== model.textAt(place)) change.edits.push(edit);
}

/** The same text in every cell of a range; "" empties it. */
export function same(model: Model, range: Range, text: string): Change {
  const change = nothing();
  for (const place of placesIn(range)) put(model, change, place, text);
  // To empty what cannot be typed in was never asked for.
  return text === "" ? { ...change, passed: change.edits.length > 0 ? 0 : change.passed } : change;
}

/** The upper line of a range into those below it; a range of one line takes from the line above. */
export function filledDown(model: Model, range: Range): Change {
  const change = nothing();
  const alone = range.top === range.bottom;
  let source = range.top;
  if (alone) {
    source -= 1;
    while (source >= 0 && model.lines[source]?.kind !== "line") source -= 1;
    if (source < 0 || model.lines[source]?.section !== model.lines[range.top]?.section) return change;
  }
  for (const place of placesIn({ ...range, top: alone ? range.top : range.top + 1 })) {
    if (model.lines[place.line]?.kind === "line") put(model, change, place, model.textAt({ ...place, line: source }));
  }
  return change;
}

/** A fill from a column into one of another kind, by their order. */
export type Unlike = { from: number; to: number };

/**
 * The first column of each measure in a range into the others of that measure; a single column takes from the one before it.
 * Nothing is filled where a column would take from one of another kind.
 */
export function filledRight(model: Model, range: Range): Change | Unlike {
  const change = nothing();
  const { columns } = model;
  const alone = range.left === range.right;
  const sourceOf = (column: number) => {
    const measure = columns[column]?.measure;
    if (!alone) {
      if (measure === undefined) return column === range.left ? null : range.left;
      const first = columns.findIndex((one, at) => at >= range.left && one.measure === measure);
      return first === column ? null : first;
    }
    for (let at = column - 1; at >= 0; at -= 1) if (columns[at]?.measure === measure) return at;
    return null;
  };
  for (let column = range.left; column <= range.right; column += 1) {
    const source = sourceOf(column);
    if (source === null) continue;
    const kind = columns[column]?.kind;
    if (kind !== "computed" && kind !== columns[source]?.kind) return { from: source, to: column };
    for (let line = range.top; line <= range.bottom; line += 1)
      put(model, change, { line, column }, model.textAt({ line, column: source }));
  }
  return change;
}

/** The choice a text means, by its name in any spelling or its value. */
export function choiceOf(choices: readonly SheetChoice[], text: string): string | null {
  const folded = foldA(text.trim());
  if (folded === "") return "";
  const found =
    choices.find(({ value }) => value === text) ?? choices.find(({ label }) => foldA(label.trim()) === folded);
  return found?.value ?? null;
}

/** Why nothing of a paste can be taken. */
export type Refusal = { wide: number };

/**
 * A block from the clipboard with its first cell in the first cell of a range. A single text, or a block that goes into the
 * range a whole number of times, fills it. Lines go into lines of the section it begins in, past headings and sums; what goes on
 * below asks for new rows.
 */
export function pasted(model: Model, range: Range, block: readonly (readonly string[])[]): Change | Refusal {
  const wide = block[0]?.length ?? 0;
  const section = model.lines[range.top]?.section;
  const targets = model.lines.flatMap((row, line) =>
    line < model.count && row.kind === "line" && row.section === section ? [line] : [],
  );
  const within = targets.filter((line) => line >= range.top && line <= range.bottom);
  const repeats = (size: number, part: number) => (size % part === 0 ? size : part);
  const tall = repeats(Math.max(within.length, 1), block.length);
  const across = repeats(range.right - range.left + 1, wide);
  const beyond = range.left + across - model.columns.length;
  if (beyond > 0) return { wide: beyond };

  const change = nothing();
  const first = targets.findIndex((line) => line >= range.top);
  const open = first < 0 ? [] : targets.slice(first);
  for (let y = 0; y < tall; y += 1) {
    const line = open[y];
    const texts = block[y % block.length] ?? [];
    const row: { column: string; text: string }[] = [];
    for (let x = 0; x < across; x += 1) {
      const column = model.columns[range.left + x];
      if (!column) continue;
      const place = { line: line ?? targets.at(-1) ?? -1, column: range.left + x };
      const text = texts[x % wide] ?? "";
      if (line !== undefined) put(model, change, place, text);
      else if (column.kind === "computed") change.passed += text === "" ? 0 : 1;
      else if (text !== "") {
        const read = taken(model, place, text);
        const edit = { column: column.id, text: read ?? text };
        if (read === null)
          change.unknown.push({ row: `+${change.added.length}`, ...edit, choices: model.choicesAt(place) });
        row.push(edit);
      }
    }
    if (line === undefined && row.length > 0) change.added.push(row);
  }
  return change;
}
