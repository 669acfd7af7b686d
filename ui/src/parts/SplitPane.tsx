import { type CSSProperties, type ReactNode, useRef, useState } from "react";
import { useSession } from "../app/session";
import css from "./SplitPane.module.css";

const narrowest = 280;
const widest = 900;
const step = 24;

/** A list and its detail side by side; the line between them moves by pointer and by arrow keys, and is remembered. In a narrow window the detail lies over the list. */
export function SplitPane({ label, side, children }: { label: string; side: ReactNode | null; children: ReactNode }) {
  const { preferences, setPreferences } = useSession();
  const [dragged, setDragged] = useState<number | null>(null);
  const pane = useRef<HTMLDivElement>(null);
  const width = dragged ?? preferences.detailWidth;
  const fitted = (wish: number) => {
    const room = pane.current ? pane.current.clientWidth - narrowest : widest;
    return Math.round(Math.max(narrowest, Math.min(wish, widest, room)));
  };
  const keep = (wish: number) => setPreferences({ detailWidth: fitted(wish) });
  const byKey: Record<string, number> = {
    ArrowLeft: width + step,
    ArrowRight: width - step,
    Home: widest,
    End: narrowest,
  };
  return (
    <div
      ref={pane}
      className={css.pane}
      style={{ "--side": `${width}px` } as CSSProperties}
      data-open={side ? true : undefined}
    >
      <div className={css.main}>{children}</div>
      {side && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a separator that moves is no <hr> */}
          <div
            className={css.line}
            role="separator"
            tabIndex={0}
            aria-orientation="vertical"
            aria-label={label}
            aria-valuenow={width}
            aria-valuemin={narrowest}
            aria-valuemax={widest}
            onKeyDown={(event) => {
              const wish = byKey[event.key];
              if (wish === undefined) return;
              event.preventDefault();
              keep(wish);
            }}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              setDragged(width);
            }}
            onPointerMove={(event) => {
              if (dragged === null || !pane.current) return;
              setDragged(fitted(pane.current.getBoundingClientRect().right - event.clientX));
            }}
            onPointerUp={() => {
              if (dragged !== null) keep(dragged);
              setDragged(null);
            }}
            onPointerCancel={() => setDragged(null)}
          />
          <div className={css.side}>{side}</div>
        </>
      )}
    </div>
  );
}
