import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useDeferredValue, useMemo, useRef } from "react";
import { useOffice } from "../../app/office";
import { needles } from "../../fold";
import type { DeadlinesView } from "../../ipc";
import { useDayActions } from "../../parts/days/useDayActions";
import { useChoice } from "./choice";
import { type Filter, filtered, filteredBars, filteredMeetings, linesOf, namesOf } from "./shown";
import type { Deadlines } from "./useDeadlines";

/** All that list, month and timeline share, made once for the three; and whether the detail is to take the focus. */
export function useScreen(view: DeadlinesView) {
  const navigate = useNavigate();
  const { day } = useSearch({ strict: false });
  const { data: office } = useOffice();
  const { search, facets, period, over } = useChoice();
  const actions = useDayActions(view.asOf);
  const names = useMemo(() => namesOf(office), [office]);
  const all = useMemo(() => linesOf(view, names), [view, names]);
  const byKey = useMemo(() => new Map(view.items.map((item) => [item.key, item])), [view]);
  const words = useMemo(() => needles(search), [search]);
  const filter = useMemo((): Filter => ({ needles: words, facets, period, over }), [words, facets, period, over]);
  const lines = useMemo(() => filtered(all, filter), [all, filter]);
  const items = useMemo(() => lines.map(({ item }) => item), [lines]);
  const bars = useMemo(() => filteredBars(view.bars, filter, lines), [view, filter, lines]);
  const meetings = useMemo(() => filteredMeetings(view.meetings, filter, view.asOf), [view, filter]);
  const selected = day ?? null;

  /** Where the focus was when the detail took it. */
  const from = useRef<Element | null>(null);
  const taking = useRef(false);
  const select = useCallback(
    (key: string | null) => {
      void navigate({
        from: "/deadlines",
        to: "/deadlines",
        search: (now) => ({ ...now, day: key ?? undefined }),
        replace: selected !== null,
      });
    },
    [navigate, selected],
  );
  const open = useCallback(
    (key: string) => {
      from.current = document.activeElement;
      taking.current = true;
      if (key !== selected) select(key);
      else document.getElementById("deadline-title")?.focus();
    },
    [select, selected],
  );
  const deadlines = useMemo(
    (): Deadlines => ({
      view,
      all,
      lines,
      filter,
      names,
      items,
      bars,
      meetings,
      byKey,
      selected,
      select,
      open,
      actions,
    }),
    [view, all, lines, filter, names, items, bars, meetings, byKey, selected, select, open, actions],
  );
  // The list moves at once; the detail follows when there is time.
  const shown = useDeferredValue(selected);
  return { deadlines, shown, from, taking };
}
