/**
 * What another program puts on the clipboard, as the editor reads it. Word writes an item of a list as a paragraph that says which
 * level it is of, and its mark as text: it becomes an item. A cell of a table becomes a paragraph. What a paper has no place for,
 * the editor drops itself.
 */
export function fromWord(html: string): string {
  const listed = /mso-list\s*:/i.test(html);
  if (!listed && !/<t[dh][\s>]/i.test(html)) return html;
  const page = new DOMParser().parseFromString(html, "text/html");
  if (listed) makeLists(page);
  for (const cell of page.querySelectorAll("td, th")) {
    if (cell.querySelector("p, ul, ol, h1, h2, h3, h4, h5, h6, div")) continue;
    const text = page.createElement("p");
    text.append(...cell.childNodes);
    cell.append(text);
  }
  return page.body.innerHTML;
}

function makeLists(page: Document) {
  // The lists an item may stand in, the outermost first.
  let open: List[] = [];
  for (const paragraph of page.querySelectorAll<HTMLElement>("p, h1, h2, h3, h4, h5, h6")) {
    const level = levelOf(paragraph);
    if (level === null || !follows(open[0]?.element, paragraph)) open = [];
    if (level === null) continue;
    const ordered = isOrdered(paragraph);
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    let list = open.at(-1);
    if (!list || list.level < level || (list.ordered !== ordered && open.length === 1)) {
      const element = page.createElement(ordered ? "ol" : "ul");
      const within = list && list.level < level ? list.element.lastElementChild : null;
      if (within) within.append(element);
      else {
        paragraph.before(element);
        open = [];
      }
      list = { element, level, ordered };
      open.push(list);
    }
    for (const mark of marksOf(paragraph)) mark.remove();
    const text = page.createElement("p");
    text.append(...paragraph.childNodes);
    const item = page.createElement("li");
    item.append(text);
    list.element.append(item);
    paragraph.remove();
  }
}

type List = { element: Element; level: number; ordered: boolean };

/** `mso-list:l0 level2 lfo1` is of level 2; null for what is no item. */
function levelOf(paragraph: Element): number | null {
  const found = /mso-list\s*:[^;]*\blevel(\d)/i.exec(paragraph.getAttribute("style") ?? "");
  return found ? Number(found[1]) : null;
}

/** Whether its mark is a number or letter: `1.`, `a)`, `iv.`. */
function isOrdered(paragraph: Element): boolean {
  return /^\(?([0-9]+|[a-zæøå]{1,4})[.)]/i.test(marksOf(paragraph)[0]?.textContent?.trim() ?? "");
}

/** What Word wrote of the list's marks as text. */
const marksOf = (paragraph: Element) =>
  [...paragraph.querySelectorAll("span")].filter((span) =>
    /mso-list\s*:\s*ignore/i.test(span.getAttribute("style") ?? ""),
  );

/** Whether nothing but blanks lies between a list and what comes next. */
function follows(list: Element | undefined, next: Element): boolean {
  for (let node = list?.nextSibling; node; node = node.nextSibling) {
    if (node === next) return true;
    if (node.nodeType === Node.ELEMENT_NODE || (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
      return false;
  }
  return false;
}
