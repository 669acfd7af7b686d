import { words } from "../../../ipc/words";

/** A sentence of the program's in Danish, as papers are, with its gaps filled. */
const filled = (key: string, gaps: Record<string, string>) =>
  Object.entries(gaps).reduce((text, [gap, name]) => text.replace(`{${gap}}`, name), words[key]?.[0] ?? "");

/** »Socialudvalgets«; a name that ends in an s-sound takes an apostrophe. */
const genitive = (name: string) => (/[sxz]$/i.test(name) ? `${name}'` : `${name}s`);

/** What a table of pools is usually called: by the year of their agreement and the committee that gets the case, where those are known. */
export function appendixTitle(year: number | undefined, committee: string | undefined): string {
  const title =
    year === undefined ? filled("report.appendix_title_own", {}) : filled("report.appendix_title", { year: `${year}` });
  return committee ? filled("report.appendix_title_of", { title, committee: genitive(committee) }) : title;
}
