import { plural } from "@lingui/core/macro";
import { type RefObject, useEffect, useRef } from "react";
import { asHtml, asTsv } from "../grid/clipboard";
import type { Model, Range } from "./model";
import { cellsOf, inTsv } from "./tsv";
import type { Changes } from "./useChanges";
import type { Tell } from "./useTold";

type Source = { model: Model; range: Range; changes: Changes; tell: Tell };

const isField = (target: EventTarget | null) => target instanceof Element && target.matches("input, textarea");

/** Ranges to and from other sheets, as text and as a table. */
export function useClipboard(root: RefObject<HTMLElement | null>, source: Source) {
  const newest = useRef(source);
  newest.current = source;
  useEffect(() => {
    const sheet = root.current;
    if (!sheet) return;
    const copy = (event: ClipboardEvent) => {
      const { model, range, tell } = newest.current;
      if (isField(event.target) || !event.clipboardData) return false;
      const lines = linesOf(model, range);
      if (lines.length === 0) return false;
      event.clipboardData.setData("text/plain", asTsv(lines, inTsv));
      event.clipboardData.setData("text/html", asHtml(null, lines));
      event.preventDefault();
      const count = lines.length * (range.right - range.left + 1);
      tell(plural(count, { one: "# cell copied.", other: "# cells copied." }), "info");
      return true;
    };
    const cut = (event: ClipboardEvent) => {
      if (copy(event)) newest.current.changes.clear();
    };
    const paste = (event: ClipboardEvent) => {
      if (isField(event.target)) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      event.preventDefault();
      if (text !== "") newest.current.changes.paste(cellsOf(text));
    };
    // WebKit does these without a text selection only where the page says it will.
    const will = (event: Event) => {
      if (!isField(event.target)) event.preventDefault();
    };
    const events: [string, (event: ClipboardEvent) => void][] = [
      ["copy", copy],
      ["cut", cut],
      ["paste", paste],
      ["beforecopy", will],
      ["beforecut", will],
      ["beforepaste", will],
    ];
    for (const [name, listener] of events) sheet.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of events) sheet.removeEventListener(name, listener as EventListener);
    };
  }, [root]);
}

function linesOf(model: Model, range: Range) {
  return model.lines.slice(range.top, range.bottom + 1).map((_, line) =>
    model.columns.slice(range.left, range.right + 1).map((head, column) => ({
      text: model.copiedAt({ line: range.top + line, column: range.left + column }),
      figure: head.align === "end",
    })),
  );
}
