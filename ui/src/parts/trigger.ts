import type { KeyboardEvent } from "react";

const opening = new Set(["ArrowDown", "ArrowUp", "Enter", " "]);

/** Opens a list by key, at the press and not by the click that follows, so that focus goes to the item and not the list. */
export function openByKey(open: () => void) {
  return (event: KeyboardEvent) => {
    // Ctrl+Enter saves the form the list stands in.
    if (!opening.has(event.key) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    open();
  };
}
