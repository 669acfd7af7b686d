import { useLayoutEffect, useRef, useState } from "react";
import { Popover } from "react-aria-components/Popover";
import type { Place } from "../grid/navigate";
import { Mark, type Tone } from "../parts/Mark";
import { Spoken } from "../parts/Spoken";
import css from "./around.module.css";

type Props = { id: string; text: string; tone: Tone; place: Place; cell: () => HTMLElement | null };

/** What is wrong with the cell that has the focus, under it. It is in the cell's name too, so nothing is read out twice. */
export function Note({ id, text, tone, place, cell }: Props) {
  const trigger = useRef<HTMLElement>(null);
  const [shown, setShown] = useState("");
  const at = `${place.line},${place.column}`;
  // The cell is drawn before its note can stand at it.
  useLayoutEffect(() => {
    trigger.current = cell();
    setShown(at);
  }, [at, cell]);
  return (
    <>
      <span id={id} hidden>
        {text}
      </span>
      {shown === at && (
        <Spoken>
          <Popover
            key={at}
            isNonModal
            isOpen
            triggerRef={trigger}
            placement="bottom start"
            offset={2}
            className={css.note ?? ""}
          >
            <Mark tone={tone}>{text}</Mark>
          </Popover>
        </Spoken>
      )}
    </>
  );
}
