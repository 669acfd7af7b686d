import { useLingui } from "@lingui/react/macro";
import Copy from "lucide-react/icons/copy";
import type { ClipboardEvent } from "react";
import { useNotify } from "../../app/notify";
import { asHtml, asTsv } from "../../grid/clipboard";
import type { Copied } from "../../grid/types";
import { Button } from "../../parts/Button";
import { copyOut } from "../../parts/copy";

/** A table as a spreadsheet takes it. */
export type Sheet = { heading: string[]; lines: Copied[][]; foot: Copied[] };

function fill(data: DataTransfer, heading: string[], lines: Copied[][]) {
  data.setData("text/plain", asTsv([heading.map((text) => ({ text })), ...lines]));
  data.setData("text/html", asHtml(heading, lines));
}

/**
 * Ctrl+C on marked rows copies those rows whole, with their headings. A mark inside one cell copies its text as
 * anywhere else.
 */
export function copySelection({ heading, lines, foot }: Sheet) {
  return (event: ClipboardEvent<HTMLTableElement>) => {
    const selection = event.currentTarget.ownerDocument.getSelection();
    if (!selection || selection.isCollapsed) return;
    const cell = (node: Node | null) => (node instanceof Element ? node : node?.parentElement)?.closest("td, th");
    if (cell(selection.anchorNode) && cell(selection.anchorNode) === cell(selection.focusNode)) return;
    const rows = [...event.currentTarget.querySelectorAll("tbody tr, tfoot tr:first-child")];
    const marked = [...lines, foot].filter((_, index) => {
      const row = rows[index];
      return row !== undefined && selection.containsNode(row, true);
    });
    if (marked.length === 0) return;
    event.preventDefault();
    fill(event.clipboardData, heading, marked);
  };
}

export function CopyButton({ sheet }: { sheet: Sheet }) {
  const { t } = useLingui();
  const notify = useNotify();
  const count = sheet.lines.length;
  return (
    <Button
      icon={<Copy size={14} aria-hidden />}
      onClick={() =>
        copyOut((data) => fill(data, sheet.heading, [...sheet.lines, sheet.foot]))
          ? notify({ tone: "ok", text: t`${count} rows copied with their headings.` })
          : notify({ tone: "bad", text: t`The table could not be copied. Mark its rows and press Ctrl+C.` })
      }
    >
      {t`Copy table`}
    </Button>
  );
}
