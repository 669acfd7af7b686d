/** A key as an action names it: `Ctrl+K`, `Ctrl+Shift+Z`, `F2`. */
export function keyOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const held = [(event.ctrlKey || event.metaKey) && "Ctrl", event.altKey && "Alt", event.shiftKey && "Shift"];
  return [...held.filter(Boolean), key].join("+");
}

/** Whether a person is typing there: its own keys, undo among them, come first. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable === true;
}

const textKeys = new Set(["Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Y", "Ctrl+Z", "Ctrl+Shift+Z"]);

/** Whether an action may take the key: single keys never at window level, a text field's own keys never from it. */
export function mayTake(keys: string, typing: boolean): boolean {
  const chord = /^(Ctrl|Alt)\+/.test(keys) || /^(Shift\+)?F\d+$/.test(keys);
  return chord && !(typing && textKeys.has(keys));
}
