import { useMemo } from "react";
import { FacetSets } from "../../parts/FacetSets";
import { everything, store } from "./choice";
import { choose } from "./Filters";
import { counted, type Filter, type Line } from "./shown";
import { facetSets, useFacetWords } from "./useNames";

/** Every facet with how many each option would show; counted only while the panel is open. */
export default function FacetPanel({ lines, filter }: { lines: readonly Line[]; filter: Filter }) {
  const words = useFacetWords(lines);
  const sets = useMemo(() => facetSets(lines, words, counted(lines, filter), filter.facets), [lines, words, filter]);
  return <FacetSets sets={sets} onChoose={choose} onClear={() => store.choose({ facets: everything.facets })} />;
}
