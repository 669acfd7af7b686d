/** The cells of a clipboard's text as Excel and LibreOffice write it: tabs, line ends, and quotes around what holds either. */
export function cellsOf(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const [cell, end] = text[at] === '"' ? quoted(text, at) : plain(text, at);
    line.push(cell);
    if (text[end] === "\t") at = end + 1;
    else {
      lines.push(line);
      line = [];
      at = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
  }
  // The line end after the last line begins no new one.
  if (/[\r\n]$/.test(text)) lines.pop();
  const wide = Math.max(0, ...lines.map((cells) => cells.length));
  return lines.map((cells) => [...cells, ...Array<string>(wide - cells.length).fill("")]);
}

function plain(text: string, from: number): [string, number] {
  let end = from;
  while (end < text.length && !"\t\r\n".includes(text[end] ?? "")) end += 1;
  return [text.slice(from, end), end];
}

/** A cell in quotes, with doubled ones inside; one that only begins with a quote is taken as it stands. */
function quoted(text: string, from: number): [string, number] {
  const match = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
  match.lastIndex = from;
  const found = match.exec(text);
  if (!found) return plain(text, from);
  return [(found[1] ?? "").replaceAll('""', '"').replace(/\r\n?/g, "\n"), match.lastIndex];
}

/** A cell as a sheet reads it back: in quotes where it holds what parts cells. */
export const inTsv = (text: string) => (/[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
