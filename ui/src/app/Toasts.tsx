import { useLingui } from "@lingui/react/macro";
import X from "lucide-react/icons/x";
import { useEffect, useRef, useState } from "react";
import { Button } from "../parts/Button";
import { IconButton } from "../parts/IconButton";
import { Mark } from "../parts/Mark";
import type { Shown } from "./notify";
import css from "./Toasts.module.css";

const shownFor = 8000;

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
  const lasts = tone === "bad" || action !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts once for each notice
  useEffect(() => {
    if (lasts) return;
    const clock = setTimeout(dismiss, shownFor);
    return () => clearTimeout(clock);
  }, [notice.id, lasts]);
  return (
    <div className={css.toast}>
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

/** Moves the notices to the other corner while what has focus lies under them. */
function useSideAwayFromFocus(box: React.RefObject<HTMLDivElement | null>, count: number): "left" | "right" {
  const [side, setSide] = useState<"left" | "right">("left");
  useEffect(() => {
    if (count === 0) return setSide("left");
    const look = () => {
      const focused = document.activeElement;
      if (!box.current || !focused || focused === document.body || box.current.contains(focused)) return;
      if (overlap(box.current.getBoundingClientRect(), focused.getBoundingClientRect()))
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
