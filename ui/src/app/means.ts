import { isTyping } from "./keys";

const modifiers = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "NumLock"]);

/** Whether a key says that the person goes by keyboard: not one that is only held, nor a letter typed in a field. */
function goesByKeys(event: KeyboardEvent): boolean {
  if (modifiers.has(event.key)) return false;
  const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  return !(letter && isTyping(event.target));
}

/** Writes on the page whether keys or the pointer were used last; the ring of what has the keyboard follows it. Returns its end. */
export function followMeans(page: HTMLElement = document.documentElement): () => void {
  const keys = (event: KeyboardEvent) => {
    if (goesByKeys(event)) page.dataset.means = "keys";
  };
  const pointer = () => {
    page.dataset.means = "pointer";
  };
  page.dataset.means = "keys";
  window.addEventListener("keydown", keys, true);
  window.addEventListener("pointerdown", pointer, true);
  return () => {
    window.removeEventListener("keydown", keys, true);
    window.removeEventListener("pointerdown", pointer, true);
  };
}
