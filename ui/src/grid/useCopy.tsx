import { Plural } from "@lingui/react/macro";
import { type RefObject, useEffect, useRef } from "react";
import { useNotify } from "../app/notify";
import { asHtml, asTsv } from "./clipboard";
import type { GridProps } from "./Grid";
import type { Item } from "./types";
import type { Selection } from "./useSelection";

type Source = Pick<GridProps, "columns" | "items" | "copied" | "copiedHeading"> & {
  line: number;
  selection: Selection;
  isRow: (item: Item) => boolean;
};

/** Puts the selected rows, or the one with the focus, on the clipboard as text and as a table. */
export function useCopy(root: RefObject<HTMLElement | null>, source: Source) {
  const notify = useNotify();
  const newest = useRef({ source, notify });
  newest.current = { source, notify };
  useEffect(() => {
    const grid = root.current;
    if (!grid) return;
    const onCopy = (event: ClipboardEvent) => {
      const { source, notify } = newest.current;
      const lines = linesOf(source);
      if (!event.clipboardData || lines.length === 0) return;
      const heading = source.columns.map(source.copiedHeading);
      event.clipboardData.setData("text/plain", asTsv([heading.map((text) => ({ text })), ...lines]));
      event.clipboardData.setData("text/html", asHtml(heading, lines));
      event.preventDefault();
      const count = lines.length;
      notify({ tone: "ok", text: <Plural value={count} one="# row copied" other="# rows copied" /> });
    };
    // WebKit copies without a text selection only where the page says it will.
    const willCopy = (event: Event) => event.preventDefault();
    grid.addEventListener("copy", onCopy);
    grid.addEventListener("beforecopy", willCopy);
    return () => {
      grid.removeEventListener("copy", onCopy);
      grid.removeEventListener("beforecopy", willCopy);
    };
  }, [root]);
}

function linesOf({ columns, items, copied, line, selection }: Source) {
  const focused = items[line];
  const chosen = selection.selected.size > 0 ? items.filter((item) => selection.selected.has(item)) : [];
  const from = chosen.length > 0 ? [...chosen] : focused === undefined ? [] : [focused];
  return from.map((item) => columns.map((column) => copied(item, column)));
}
