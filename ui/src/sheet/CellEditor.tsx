import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import css from "./sheet.module.css";

/** Where the focus goes when a cell is done with; `all` puts the text in the whole range, `away` is where it already went. */
export type Leaving = "down" | "up" | "right" | "left" | "arrow" | "all" | "stay" | "away";

type Props = {
  label: string;
  text: string;
  /** Begun by typing: arrow keys keep and go on, as they do before F2 is pressed. */
  quick: boolean;
  figure: boolean;
  danish: boolean;
  /** What is wrong with what stands here, where something is. */
  wrong: boolean;
  describedBy?: string;
  keep: (text: string, to: Leaving, key?: string) => void;
  cancel: () => void;
};

/** What a key that ends an edit does; null for one that belongs to the text. */
export function leavingBy(event: KeyboardEvent, quick: boolean): Leaving | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (key === "Tab") return shiftKey ? "left" : "right";
  if (key === "Enter" && !altKey) return ctrlKey || metaKey ? "all" : shiftKey ? "up" : "down";
  const arrow = key.startsWith("Arrow") || key === "PageUp" || key === "PageDown";
  return quick && arrow && !altKey && !shiftKey && !ctrlKey && !metaKey ? "arrow" : null;
}

/** A cell being typed in. What was typed is kept when it is left by any way but Escape. */
export function CellEditor(props: Props) {
  const input = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(props.text);
  const [quick, setQuick] = useState(props.quick);
  const done = useRef(false);
  const newest = useRef({ text, props });
  newest.current = { text, props };

  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    const end = input.current?.value.length ?? 0;
    input.current?.setSelectionRange(end, end);
  }, []);
  // As high as its lines, over the cells below it.
  useLayoutEffect(() => {
    if (!input.current || !text.includes("\n")) return;
    input.current.style.height = "auto";
    input.current.style.height = `${input.current.scrollHeight + 4}px`;
  }, [text]);

  const leave = (to: Leaving, key?: string) => {
    if (done.current) return;
    done.current = true;
    newest.current.props.keep(newest.current.text, to, key);
  };
  // The screen may go while something stands here that nobody has left.
  useEffect(
    () => () => {
      if (done.current) return;
      done.current = true;
      newest.current.props.keep(newest.current.text, "away");
    },
    [],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = leavingBy(event, quick);
    if (to) leave(to, event.key);
    else if (event.key === "Escape") {
      done.current = true;
      props.cancel();
    } else if (event.key === "F2") setQuick(!quick);
    else if (event.key === "Enter") {
      const field = event.currentTarget as HTMLTextAreaElement;
      field.setRangeText("\n", field.selectionStart, field.selectionEnd, "end");
      setText(field.value);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <textarea
      ref={input}
      rows={1}
      className={css.editor}
      aria-label={props.label}
      aria-invalid={props.wrong || undefined}
      aria-describedby={props.describedBy}
      data-figure={props.figure || undefined}
      lang={props.danish ? "da" : undefined}
      inputMode={props.figure ? "decimal" : undefined}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => setText(props.figure ? event.target.value.replace(/[\r\n]+/g, " ") : event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => leave("away")}
    />
  );
}
