import type { Copied } from "./types";

const flat = (text: string) => text.replace(/[\t\r\n]+/g, " ");

/** Tabs between cells and line ends as Excel writes them. `written` keeps a cell in one cell: here by making one line of it. */
export function asTsv(lines: readonly (readonly Copied[])[], written: (text: string) => string = flat): string {
  return lines.map((line) => line.map((cell) => written(cell.text)).join("\t")).join("\r\n");
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark);

/** A table that Excel takes: text stays text, so that a number of a Finance Act account is never read as a date. */
export function asHtml(heading: readonly string[] | null, lines: readonly (readonly Copied[])[]): string {
  const titles = heading?.map((title) => `<th>${escaped(title)}</th>`).join("");
  const head = titles === undefined ? "" : `<thead><tr>${titles}</tr></thead>`;
  const body = lines
    .map((line) => {
      const cells = line.map(({ text, figure }) =>
        figure
          ? `<td align="right">${escaped(text)}</td>`
          : `<td style="mso-number-format:'\\@'">${escaped(text)}</td>`,
      );
      return `<tr>${cells.join("")}</tr>`;
    })
    .join("");
  return `<meta charset="utf-8"><table>${head}<tbody>${body}</tbody></table>`;
}
