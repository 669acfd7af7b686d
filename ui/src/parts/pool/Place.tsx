import { DanishText } from "../DanishText";

/** A place in a source, as »bilag 4, s. 61«: annex and page are never parted from their numbers by a line's end. */
export function Place({ children }: { children: string }) {
  return <DanishText>{children.replace(/(bilag|tabel|s\.) (?=\d)/g, "$1\u00a0").replaceAll(" | ", " · ")}</DanishText>;
}
