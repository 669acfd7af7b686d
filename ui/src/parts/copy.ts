/**
 * Puts something on the clipboard through the web view's own copy command, which needs no permission. Answers whether it
 * could be done.
 */
export function copyOut(fill: (data: DataTransfer) => void): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (event.clipboardData) fill(event.clipboardData);
  };
  // Without a selection WebKit copies only when a page says beforehand that it has something to copy.
  const offer = (event: Event) => event.preventDefault();
  document.addEventListener("beforecopy", offer, { capture: true });
  document.addEventListener("copy", onCopy, { capture: true });
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("beforecopy", offer, { capture: true });
    document.removeEventListener("copy", onCopy, { capture: true });
  }
}
