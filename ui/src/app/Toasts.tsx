import { useLingui } from "@lingui/react/macro";
import X from "lucide-react/icons/x";
import { useEffect, useRef, useState } from "react";
import { Button } from "../parts/Button";
import { IconButton } from "../parts/IconButton";
import { Mark } from "../parts/Mark";
import type { Shown } from "./notify";
import css from "./Toasts.module.css";

/** Milliseconds a notice stays, unless one points at it or has it in focus; errors stay until closed. */
const shownFor = { word: 6_000, action: 10_000 };

/** The live regions stand from the start, so that what comes into them is read out. */
export function Toasts({ shown, dismiss }: { shown: Shown[]; dismiss: (id: number) => void }) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const side = useSideAwayFromFocus(box, shown.length);
  const list = (bad: boolean) =>
    shown
      .filter((one) => (one.tone === "bad") === bad)
      .map((one) => <Toast key={one.id} notice={one} dismiss={() => dismiss(one.id)} close={t`Close`} />);
  return (
    <div className={css.toasts} data-side={side} ref={box}>
      <div role="status">{list(false)}</div>
      <div role="alert">{list(true)}</div>
    </div>
  );
}

function Toast({ notice, dismiss, close }: { notice: Shown; dismiss: () => void; close: string }) {
  const { tone, action } = notice;
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const lasts = tone === "bad" || pointed || focused;
  const time = action ? shownFor.action : shownFor.word;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts once for each notice, and anew when it is let go
  useEffect(() => {
    if (lasts) return;
    const clock = setTimeout(dismiss, time);
    return () => clearTimeout(clock);
  }, [notice.id, lasts]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only stops its clock
    <div
      className={css.toast}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <Mark tone={tone}>{notice.text}</Mark>
      {action && (
        <Button
          tone="quiet"
          onClick={() => {
            action.run();
            dismiss();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={close} onClick={dismiss}>
        <X size={16} />
      </IconButton>
    </div>
  );
}

/** Moves the notices to the other corner while what has focus, or the button that saves a form, lies under them. */
function useSideAwayFromFocus(box: React.RefObject<HTMLDivElement | null>, count: number): "left" | "right" {
  const [side, setSide] = useState<"left" | "right">("left");
  useEffect(() => {
    if (count === 0) return setSide("left");
    const look = () => {
      const focused = document.activeElement;
      if (!box.current || !focused || box.current.contains(focused)) return;
      const here = box.current.getBoundingClientRect();
      const kept = [focused, ...document.querySelectorAll("button[type=submit]")].filter(
        (one) => one !== document.body,
      );
      if (kept.some((one) => overlap(here, one.getBoundingClientRect())))
        setSide((now) => (now === "left" ? "right" : "left"));
    };
    look();
    document.addEventListener("focusin", look);
    return () => document.removeEventListener("focusin", look);
  }, [box, count]);
  return side;
}

function overlap(a: DOMRect, b: DOMRect): boolean {
  // A focused region as large as the window is no thing one can hide.
  if (b.height > window.innerHeight / 2) return false;
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
