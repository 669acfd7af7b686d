import { useLingui } from "@lingui/react/macro";
import { type Ref, useCallback, useEffect, useMemo, useRef } from "react";
import { usePainted } from "../../app/painted";
import { useSession } from "../../app/session";
import { END, Grid } from "../../grid/Grid";
import type { Column, GridHandle } from "../../grid/types";
import { useWidth } from "../../grid/useWidth";
import { useCells } from "./cells";
import css from "./initiatives.module.css";
import { isColumn } from "./layout";
import { NothingFound } from "./NothingFound";
import { useFonts } from "./rulers";
import { type Shown, store, useRegister } from "./store";
import { useColumns } from "./useColumns";
import { useHeights } from "./useHeights";
import { useLines } from "./useLines";
import { groupOf, isGroup } from "./view";

/** A click sorts figures largest first and texts from A, a second one turns it, a third gives back the agreement's order. */
function sortBy(column: Column) {
  const { sort } = store.get().choice;
  const first = column.align === "end";
  if (sort?.column !== column.key) store.choose({ sort: { column: column.key, down: first } });
  else store.choose({ sort: sort.down === first ? { column: column.key, down: !first } : null });
}

type Props = {
  /** The row whose detail is open. */
  open: number | null;
  onOpen: (row: number) => void;
  onClose: () => void;
  onType: (character: string) => void;
  onSelected: (count: number) => void;
  ref: Ref<GridHandle>;
};

export function RegisterGrid(props: Props) {
  const shown = useRegister((state) => state.shown);
  const measurable = useFonts();
  return shown && measurable && <Filled {...props} shown={shown} />;
}

function Filled({ shown, open, onOpen, onClose, onType, onSelected, ref }: Props & { shown: Shown }) {
  const { t } = useLingui();
  const { preferences } = useSession();
  const { unit } = preferences;
  const scroller = useRef<HTMLDivElement>(null);
  const room = useWidth(scroller);
  usePainted(room > 0);
  const sort = useRegister((state) => state.choice.sort);
  const grouped = useRegister((state) => state.choice.grouped);
  const folded = useRegister((state) => state.folded);
  const search = useRegister((state) => state.choice.search);
  const facets = useRegister((state) => state.choice.facets);
  const { rows, items } = shown;
  const columns = useColumns(rows, room - END, unit, grouped);
  useEffect(() => {
    store.drawn = [...new Set(columns.map(({ key }) => (isColumn(key) ? key : "years")))];
  }, [columns]);
  const { cell, copied, texts } = useCells(rows, unit, columns);
  const { wideOf, foot, copiedLine } = useLines(shown, folded, columns, unit, room - END);
  const heightOf = useHeights(rows, columns, texts, room > 0);
  const { year } = rows.register.priceLevel;
  const unitName = unit === "mio" ? t`DKK m` : t`DKK`;

  // What is shown, and in which order: another one starts at its top.
  const topFor = useMemo(() => [search, facets, sort, grouped], [search, facets, sort, grouped]);
  const copy = useCallback(
    (item: number, column: Column) => (isGroup(item) ? copiedLine(item, column) : copied(item, column)),
    [copiedLine, copied],
  );
  const copiedHeading = useCallback(
    (column: Column) => (column.align === "end" ? t`${column.title}, ${unitName}, ${year} prices` : column.title),
    [t, unitName, year],
  );
  return (
    <div className={css.list}>
      <Grid
        ref={ref}
        label={t`Initiatives`}
        columns={columns}
        items={items}
        heightOf={heightOf}
        wideOf={wideOf}
        cell={cell}
        copied={copy}
        copiedHeading={copiedHeading}
        foot={foot}
        sorted={sort}
        onSort={sortBy}
        open={open}
        topFor={topFor}
        onOpen={onOpen}
        onToggle={(item) => store.toggle(groupOf(item))}
        onMove={open === null ? undefined : onOpen}
        onType={onType}
        onEscape={onClose}
        onSelected={onSelected}
        scroller={scroller}
        room={room}
      />
      {items.length === 0 && <NothingFound />}
    </div>
  );
}
