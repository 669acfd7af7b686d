import type { PaperFormat } from "../../ipc";

/** The folder the last paper was written to, kept while the program runs: the next one is offered there. */
let folder = "";

const parted = /^(.*[\\/])[^\\/]*$/s;

/** Remembers where a paper was written. */
export function wroteTo(path: string) {
  folder = parted.exec(path)?.[1] ?? folder;
}

/** Where a paper is offered to be written; empty before the first one is. */
export const offered = (name: string, format: PaperFormat): string => folder && `${folder}${name}.${format}`;

/** A typed path with the ending of the format, which a person need not type; a folder stays one. */
export const withEnding = (path: string, format: PaperFormat): string =>
  path === "" || /[\\/]$/.test(path) || path.toLowerCase().endsWith(`.${format}`) ? path : `${path}.${format}`;

/** The format a typed path names by its ending, of those the paper can be written in. */
export const formatOf = (path: string, formats: readonly PaperFormat[]): PaperFormat | undefined =>
  formats.find((format) => path.trim().toLowerCase().endsWith(`.${format}`));

/** The same path in another format. */
export const inFormat = (path: string, from: PaperFormat, to: PaperFormat): string =>
  path.toLowerCase().endsWith(`.${from}`) ? `${path.slice(0, -from.length)}${to}` : path;

/** The name of a file without its folder. */
export const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
