import { mergeAttributes, Node } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { UndoRedo } from "@tiptap/extensions/undo-redo";
import { subHeading } from "./tree";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    live: {
      /** Puts a table or list that follows the data after the piece of text in hand. */
      insertLive: (code: string) => ReturnType;
    };
  }
}

/** What is shown for a figure or table. */
export type Shown = { text: string; label: string; changed?: boolean };
type Options = { shown: (code: string) => Shown; className: string };

const options = (): Options => ({ shown: (code) => ({ text: code, label: code }), className: "" });
const attributes = () => ({ code: { default: "", parseHTML: (element: HTMLElement) => element.dataset.code ?? "" } });

/** A figure that follows the data: one letter to the keyboard. */
const FigureNode = Node.create<Options>({
  name: "figure",
  group: "inline",
  inline: true,
  atom: true,
  addOptions: options,
  addAttributes: attributes,
  parseHTML: () => [{ tag: "span[data-chip=figure]" }],
  renderHTML({ node }) {
    const { text, label, changed } = this.options.shown(node.attrs.code);
    const look = { class: this.options.className, ...(changed && { "data-changed": "true" }) };
    const named = { "data-chip": "figure", "data-code": node.attrs.code, title: label, ...look };
    // Its name goes with the figure where it is read out, and where it is copied to another part.
    return ["span", mergeAttributes(named, { role: "img", "aria-label": `${label}: ${text}` }), text];
  },
  renderText({ node }) {
    return this.options.shown(node.attrs.code).text;
  },
});

/** A table or list that follows the data. */
const LiveNode = Node.create<Options>({
  name: "live",
  group: "block",
  atom: true,
  addOptions: options,
  addAttributes: attributes,
  parseHTML: () => [{ tag: "div[data-chip=live]" }],
  renderHTML({ node }) {
    const { text, label } = this.options.shown(node.attrs.code);
    const named = { "data-chip": "live", "data-code": node.attrs.code, class: this.options.className };
    return ["div", mergeAttributes(named, { role: "img", "aria-label": label }), text];
  },
  addCommands() {
    return {
      insertLive:
        (code) =>
        ({ tr, state, dispatch }) => {
          const { $from } = state.selection;
          // A list holds none: it comes after the whole list.
          const at = $from.depth > 0 ? $from.after(1) : state.selection.to;
          const live = state.schema.nodes.live?.create({ code });
          if (!live) return false;
          // A line to go on writing in, where none follows.
          const next = state.doc.nodeAt(at) ? [] : [state.schema.nodes.paragraph?.create()].filter((one) => !!one);
          if (dispatch) tr.insert(at, [live, ...next]);
          return true;
        },
    };
  },
});

/** Ctrl+Enter saves; a new line in the same paragraph is Shift+Enter alone. */
const Break = HardBreak.extend({
  addKeyboardShortcuts() {
    return { "Shift-Enter": () => this.editor.commands.setHardBreak() };
  },
});

/** One level, whatever level a heading had where it was copied from. */
const SubHeading = Heading.extend({
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: subHeading } })),
  // Not Ctrl+Alt and a figure: on a Danish keyboard that is a letter.
  addKeyboardShortcuts() {
    return { "Mod-Shift-h": () => this.editor.commands.toggleHeading({ level: subHeading }) };
  },
}).configure({ levels: [subHeading] });

const Item = ListItem.extend({ content: "paragraph (paragraph | bulletList | orderedList)*" });

/** What a text of a paper is made of. */
export const extensions = (figure: Options, live: Options) => [
  Document,
  Paragraph,
  Text,
  SubHeading,
  Bold,
  Italic,
  BulletList,
  OrderedList,
  Item,
  ListKeymap,
  Break,
  UndoRedo,
  FigureNode.configure(figure),
  LiveNode.configure(live),
];
