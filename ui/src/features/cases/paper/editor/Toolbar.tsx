import { useLingui } from "@lingui/react/macro";
import { type Editor, useEditorState } from "@tiptap/react";
import BoldIcon from "lucide-react/icons/bold";
import Hash from "lucide-react/icons/hash";
import Heading from "lucide-react/icons/heading";
import ItalicIcon from "lucide-react/icons/italic";
import List from "lucide-react/icons/list";
import ListOrdered from "lucide-react/icons/list-ordered";
import Table from "lucide-react/icons/table-2";
import { type KeyboardEvent, useRef, useState } from "react";
import css from "../paper.module.css";
import { subHeading } from "./tree";

/** What can be put in: a figure or a table that follows the data. */
export type Insert = "figure" | "live";

type Tool = {
  id: string;
  label: string;
  /** As shown, and as `aria-keyshortcuts` has it. */
  keys: [string, string];
  Icon: typeof List;
  /** Words beside the icon. */
  worded?: boolean;
  pressed?: boolean;
  disabled?: boolean;
  expanded?: boolean;
  run: () => void;
};

/** What can be done to the text in hand. One stop of Tab; the arrows go from tool to tool. */
export function Toolbar({
  editor,
  open,
  onInsert,
  figures,
  lives,
}: {
  editor: Editor;
  open: Insert | null;
  onInsert: (what: Insert) => void;
  /** Whether there are any to put in. */
  figures: boolean;
  lives: boolean;
}) {
  const { t } = useLingui();
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const now = useEditorState({
    editor,
    selector: ({ editor: one }) => ({
      bold: one.isActive("bold"),
      italic: one.isActive("italic"),
      heading: one.isActive("heading"),
      bullets: one.isActive("bulletList"),
      numbers: one.isActive("orderedList"),
      listed: one.isActive("listItem"),
    }),
  });
  const chain = () => editor.chain().focus();
  const tools: Tool[] = [
    {
      id: "bold",
      label: t`Bold`,
      keys: ["Ctrl+B", "Control+B"],
      Icon: BoldIcon,
      pressed: now.bold,
      run: () => chain().toggleBold().run(),
    },
    {
      id: "italic",
      label: t`Italic`,
      keys: ["Ctrl+I", "Control+I"],
      Icon: ItalicIcon,
      pressed: now.italic,
      run: () => chain().toggleItalic().run(),
    },
    {
      id: "heading",
      label: t`Sub-heading`,
      keys: ["Ctrl+Shift+H", "Control+Shift+H"],
      Icon: Heading,
      pressed: now.heading,
      // A list holds no headings.
      disabled: now.listed,
      run: () => chain().toggleHeading({ level: subHeading }).run(),
    },
    {
      id: "bullets",
      label: t`Bullet list`,
      keys: ["Ctrl+Shift+8", "Control+Shift+8"],
      Icon: List,
      pressed: now.bullets,
      run: () => chain().toggleBulletList().run(),
    },
    {
      id: "numbers",
      label: t`Numbered list`,
      keys: ["Ctrl+Shift+7", "Control+Shift+7"],
      Icon: ListOrdered,
      pressed: now.numbers,
      run: () => chain().toggleOrderedList().run(),
    },
    {
      id: "figure",
      label: t`Insert figure …`,
      keys: ["Alt+T", "Alt+T"],
      Icon: Hash,
      worded: true,
      expanded: open === "figure",
      disabled: !figures,
      run: () => onInsert("figure"),
    },
    {
      id: "live",
      label: t`Insert table …`,
      keys: ["Alt+B", "Alt+B"],
      Icon: Table,
      worded: true,
      expanded: open === "live",
      disabled: !lives,
      run: () => onInsert("live"),
    },
  ];
  const go = (index: number) => {
    const next = (index + tools.length) % tools.length;
    setAt(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };
  return (
    <div ref={bar} role="toolbar" aria-label={t`The text`} className={css.toolbar} onKeyDown={onKeyDown}>
      {tools.map(({ id, label, keys, Icon, worded, pressed, disabled, expanded, run }, index) => (
        <button
          key={id}
          type="button"
          className={css.tool}
          tabIndex={index === at ? 0 : -1}
          aria-label={worded ? undefined : label}
          aria-pressed={pressed}
          aria-expanded={expanded}
          aria-disabled={disabled || undefined}
          aria-keyshortcuts={keys[1]}
          title={`${label} (${keys[0]})`}
          // The text keeps its selection.
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setAt(index)}
          onClick={() => !disabled && run()}
        >
          <Icon size={15} aria-hidden />
          {worded && label}
        </button>
      ))}
    </div>
  );
}
