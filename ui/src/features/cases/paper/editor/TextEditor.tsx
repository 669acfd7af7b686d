import { useLingui } from "@lingui/react/macro";
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import { useSession } from "../../../../app/session";
import type { PaperView, ProseBlock } from "../../../../ipc";
import { ComboField } from "../../../../parts/ComboField";
import type { Lookup } from "../lookup";
import css from "../paper.module.css";
import { extensions } from "./nodes";
import { fromWord } from "./paste";
import { type Insert, Toolbar } from "./Toolbar";
import { fromEditor, toEditor } from "./tree";

/** A text being written, with what follows the data standing in it as one letter each. */
export function TextEditor({
  label,
  prose,
  view,
  lookup,
  describedBy,
  onChange,
}: {
  /** Its name. */
  label: string;
  /** What it begins with. */
  prose: readonly ProseBlock[];
  view: PaperView;
  lookup: Lookup;
  describedBy?: string;
  onChange: (prose: ProseBlock[]) => void;
}) {
  const { t } = useLingui();
  const [insert, setInsert] = useState<Insert | null>(null);
  // The editor is made once; what it asks for is always the newest.
  const newest = useRef({ lookup, onChange });
  newest.current = { lookup, onChange };
  const figure = (code: string) => {
    const shown = newest.current.lookup.figure(code);
    const was = newest.current.lookup.changed(code)?.was;
    return was === undefined ? shown : { ...shown, label: `${shown.label} (${t`was ${was}`})`, changed: true };
  };
  const editor = useEditor({
    extensions: extensions(
      { shown: figure, className: css.chip ?? "" },
      { shown: (code) => newest.current.lookup.live(code), className: css.live ?? "" },
    ),
    content: toEditor(prose),
    autofocus: "start",
    // The program's own style sheet says how it looks: no other is let in.
    injectCSS: false,
    editorProps: {
      attributes: {
        class: `${css.prose} ${css.editing}`,
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        lang: "da",
        spellcheck: "true",
        ...(describedBy && { "aria-describedby": describedBy }),
      },
      transformPastedHTML: fromWord,
      // The form's own keys, which the editor would swallow: Escape cancels, Ctrl+Enter saves.
      handleDOMEvents: {
        keydown: (_, event) =>
          !event.isComposing && (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))),
      },
      handleKeyDown: (_, event) => {
        if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
        const what = ({ t: "figure", b: "live" } as const)[event.key.toLowerCase()];
        if (what) setInsert(what);
        return what !== undefined;
      },
    },
    onUpdate: ({ editor: one }) => newest.current.onChange(fromEditor(one.getJSON())),
  });
  const end = () => {
    setInsert(null);
    editor.commands.focus();
  };
  return (
    <>
      <Toolbar
        editor={editor}
        open={insert}
        onInsert={(what) => setInsert(insert === what ? null : what)}
        figures={view.figures.length > 0}
        lives={view.lives.length > 0}
      />
      {insert && (
        <Choose
          key={insert}
          what={insert}
          view={view}
          onEnd={end}
          onChoose={(code) => {
            if (insert === "figure") editor.commands.insertContent({ type: "figure", attrs: { code } });
            else editor.commands.insertLive(code);
            end();
          }}
        />
      )}
      <EditorContent editor={editor} />
    </>
  );
}

/** One figure or table of those there are, found by part of its name. */
function Choose({
  what,
  view,
  onChoose,
  onEnd,
}: {
  what: Insert;
  view: PaperView;
  onChoose: (code: string) => void;
  onEnd: () => void;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const box = useRef<HTMLDivElement>(null);
  const newest = useRef(onEnd);
  newest.current = onEnd;
  useEffect(() => {
    const input = box.current?.querySelector("input");
    input?.focus();
    // With all there are to choose from.
    input?.click();
    // Before the form around it takes the key: Escape closes this alone, and Enter saves nothing.
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        newest.current();
      } else if (event.key === "Enter" && input?.getAttribute("aria-expanded") !== "true") event.preventDefault();
    };
    const element = box.current;
    element?.addEventListener("keydown", onKey);
    return () => element?.removeEventListener("keydown", onKey);
  }, []);
  const options =
    what === "figure"
      ? view.figures.map(({ code, label, shown, subject }) => ({
          value: code,
          label: [subject, label[language]].filter(Boolean).join(": "),
          more: shown,
        }))
      : view.lives.map(({ code, label, empty }) => ({
          value: code,
          label: label[language],
          more: empty ? t`nothing in it now` : undefined,
        }));
  return (
    <div ref={box} className={css.choose}>
      <ComboField
        label={what === "figure" ? t`Figure that follows the data` : t`Table or list that follows the data`}
        value=""
        options={options}
        placeholder={t`Search …`}
        onChange={onChoose}
      />
    </div>
  );
}
