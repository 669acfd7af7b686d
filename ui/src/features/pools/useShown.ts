import { useDeferredValue, useMemo, useState } from "react";
import { needles } from "../../fold";
import type { PoolsView } from "../../ipc";
import type { Definition } from "./definition";
import { filtered, linesOf, noFacets, sorted } from "./shown";

/** What a person asked to see outlives the screen: who comes back finds the list as it was left. */
const left: Definition = {
  query: "",
  facets: noFacets,
  sort: { key: "number", down: false },
};

/** The lines of the list under search, filters and order. */
export function useShown(view: PoolsView) {
  const [query, setQuery] = useState(left.query);
  const [facets, setFacets] = useState(left.facets);
  const [sort, setSort] = useState(left.sort);
  Object.assign(left, { query, facets, sort });
  const words = useDeferredValue(useMemo(() => needles(query), [query]));
  const lines = useMemo(() => linesOf(view.pools, view.standings, view.asOf), [view]);
  const shown = useMemo(() => sorted(filtered(lines, words, facets), sort), [lines, words, facets, sort]);
  const showView = (wanted: Definition) => {
    setQuery(wanted.query);
    setFacets(wanted.facets);
    setSort(wanted.sort);
  };
  const clear = () => showView({ query: "", facets: noFacets, sort });
  return { query, setQuery, facets, setFacets, sort, setSort, lines, shown, clear, showView };
}
