import { useMemo } from "react";
import { FacetSets } from "../../parts/FacetSets";
import { everything, store } from "./choice";
import { choose } from "./Filters";
import { counted, type Filter, type Line, type Names } from "./shown";
import { facetSets, useFacetWords } from "./useNames";

/** Every facet with how many each option would show; counted only while the panel is open. */
export default function FacetPanel({ all, filter, names }: { all: readonly Line[]; filter: Filter; names: Names }) {
  const words = useFacetWords(names);
  const sets = useMemo(() => facetSets(all, words, counted(all, filter), filter.facets), [all, words, filter]);
  return <FacetSets sets={sets} onChoose={choose} onClear={() => store.choose({ facets: everything.facets })} />;
}
