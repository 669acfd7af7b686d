// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table to be made of
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves over the cells; a heading is read out with each of them

import { memo } from "react";
import { begins, type Layout } from "./layout";
import css from "./sheet.module.css";

type Props = { layout: Layout; shown: readonly number[]; active: number };

/** The headings: groups over their columns where there are any, the units in the last line. */
export const Head = memo(function Head({ layout, shown, active }: Props) {
  const { columns, starts, widths, pinned, pinnedWidth, groups } = layout;
  const first = shown[pinned] ?? 0;
  const last = shown.at(-1) ?? 0;
  return (
    <div role="rowgroup" className={css.head} data-grouped={groups.length > 0 || undefined}>
      {groups.length > 0 && (
        <div role="row" aria-rowindex={1} className={css.groups}>
          {pinned > 0 && <div role="presentation" className={css.corner} style={{ width: pinnedWidth }} />}
          {groups.map(({ name, from, to }) =>
            to < first || from > last ? null : (
              <div
                key={name + from}
                role="columnheader"
                aria-colindex={from + 1}
                aria-colspan={to - from + 1}
                className={css.group}
                style={{ left: starts[from], width: (starts[to] ?? 0) + (widths[to] ?? 0) - (starts[from] ?? 0) }}
              >
                <span style={{ left: pinnedWidth + 8 }}>{name}</span>
              </div>
            ),
          )}
        </div>
      )}
      <div role="row" aria-rowindex={groups.length > 0 ? 2 : 1} className={css.headings}>
        {shown.map((at) => {
          const column = columns[at];
          if (!column) return null;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={at + 1}
              aria-label={column.unit ? `${column.spoken}, ${column.unit}` : column.spoken}
              data-heading={at}
              data-align={column.align}
              data-pinned={at < pinned || undefined}
              data-begins={begins(layout, at) || undefined}
              data-edge={at === pinned - 1 || undefined}
              data-active={at === active || undefined}
              className={css.heading}
              style={{ left: starts[at], width: widths[at] }}
            >
              <span>{column.heading}</span>
              {column.unit && <span className={css.unit}>{column.unit}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
});
