/**
 * The columns that fit in the room: those always shown, then the others in the order they are given room, each that still fits. `bare`
 * are those no row has anything in; `comfortable` is what the column that grows is to be left with.
 */
export function thoseThatFit<Key extends string>(
  room: number,
  columns: {
    widths: Readonly<Record<Key, number>>;
    always: ReadonlySet<Key>;
    wishes: readonly Key[];
    bare: ReadonlySet<Key>;
    /** The column that grows. */
    grows: Key;
    comfortable: number;
  },
): ReadonlySet<Key> {
  const { widths, always, wishes, bare, grows, comfortable } = columns;
  const shown = new Set(always);
  let left = room - comfortable;
  for (const key of shown) if (key !== grows) left -= widths[key];
  for (const key of wishes) {
    if (bare.has(key) || widths[key] > left) continue;
    left -= widths[key];
    shown.add(key);
  }
  return shown;
}
