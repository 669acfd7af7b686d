import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { Popover } from "react-aria-components/Popover";
import { matching } from "../parts/matching";
import { Spoken } from "../parts/Spoken";
import around from "./around.module.css";
import { type Leaving, leavingBy } from "./CellEditor";
import css from "./sheet.module.css";
import type { SheetChoice } from "./types";

type Props = {
  label: string;
  /** The value that stands here. */
  value: string;
  /** The letter it was begun with; null shows the whole list. */
  typed: string | null;
  choices: readonly SheetChoice[];
  describedBy?: string;
  keep: (value: string, to: Leaving, key?: string) => void;
  cancel: () => void;
};

/** A cell that is one of a list: typing finds it, Enter and Tab choose, Escape leaves it as it was. */
export function ChoiceEditor({ label, value, typed, choices, describedBy, keep, cancel }: Props) {
  const { t } = useLingui();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(typed);
  const [at, setAt] = useState<number | null>(null);
  const done = useRef(false);
  const found = matching(choices, text ?? "");
  const none = found.length === 0;
  // Where none is called what is typed, all of them stand there to choose from, and none is chosen yet.
  const shown = none ? choices : found;
  const held = shown.findIndex((one) => one.value === value);
  const current = Math.min(at ?? (none ? -1 : text === null ? held : 0), shown.length - 1);
  const option = (index: number) => `${list}-${index}`;

  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    if (typed === null) input.current?.select();
    else input.current?.setSelectionRange(typed.length, typed.length);
  }, [typed]);
  useEffect(() => {
    if (current >= 0) box.current?.children[current]?.scrollIntoView?.({ block: "nearest" });
  }, [current]);

  const finish = (index: number, to: Leaving, key?: string) => {
    // An emptied field empties the cell; what is no choice changes nothing and stays to be mended.
    const chosen = text?.trim() === "" && at === null ? "" : shown[index]?.value;
    if (chosen === undefined) {
      if (text !== null) return false;
      done.current = true;
      cancel();
      return true;
    }
    done.current = true;
    keep(chosen, to, key);
    return true;
  };

  const leave = () => {
    if (done.current || (text !== null && finish(current, "away"))) return;
    done.current = true;
    cancel();
  };
  const newest = useRef(leave);
  newest.current = leave;
  // A click elsewhere takes the field away before it is left.
  useEffect(() => () => newest.current(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const to = leavingBy(event, false);
    if (step !== 0) setAt(current < 0 && step < 0 ? shown.length - 1 : (current + step) % Math.max(1, shown.length));
    // What is typed next takes the place of what is called nothing.
    else if (to) finish(current, to, event.key) || input.current?.select();
    else if (event.key === "Escape") {
      done.current = true;
      cancel();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <input
        ref={input}
        type="text"
        role="combobox"
        className={css.editor}
        aria-label={label}
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={current >= 0 ? option(current) : undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        spellCheck={false}
        value={text ?? choices.find((one) => one.value === value)?.label ?? ""}
        onChange={(event) => {
          setText(event.target.value);
          setAt(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      <Spoken>
        <Popover
          isNonModal
          isOpen
          triggerRef={input}
          placement="bottom start"
          offset={4}
          className={around.choices ?? ""}
        >
          <div id={list} role="listbox" aria-label={label} ref={box} tabIndex={-1}>
            {shown.map((one, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
              // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
              <div
                key={one.value}
                id={option(index)}
                role="option"
                aria-selected={index === current}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => finish(index, "stay")}
              >
                <span>{one.label}</span>
                {one.more && <span className={around.more}>{one.more}</span>}
              </div>
            ))}
          </div>
          <p role="status" className={around.none}>
            {choices.length === 0
              ? t`There is nothing to choose from. Escape leaves the cell as it was.`
              : none && t`None is called that. Choose one from the list, or press Escape to leave the cell as it was.`}
          </p>
        </Popover>
      </Spoken>
    </>
  );
}
