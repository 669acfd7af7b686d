import { useLingui } from "@lingui/react/macro";
import {
  type KeyboardEvent,
  lazy,
  type PointerEvent,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useSession } from "../../../app/session";
import { useWord } from "../../../format";
import type { ApplicationView, Stage } from "../../../ipc";
import type { MenuSection } from "../../../parts/Menu";
import { useDrag } from "../../../parts/useDrag";
import { store } from "../choice";
import type { Line } from "../shown";
import css from "./board.module.css";
import { columnsOf, nextCard } from "./columns";
import { StageColumn } from "./StageColumn";
import type { useMoves } from "./useMoves";

const MenuBody = lazy(() => import("../../../parts/MenuBody"));

type Props = {
  /** Those shown, ended ones among them. */
  lines: readonly Line[];
  ended: boolean;
  moves: ReturnType<typeof useMoves>;
  /** The card the keyboard is to come back to, after a move or a form; a new object asks anew. */
  focused: { id: number } | null;
  nothing: ReactNode;
};

/** The applications in columns by stage. Cards go to another stage by pointer, by the menu of the card or by its key. */
export default function Board({ lines, ended, moves, focused, nothing }: Props) {
  const { t } = useLingui();
  const { writable } = useSession();
  const word = useWord();
  const board = useRef<HTMLElement>(null);
  const columns = useMemo(() => columnsOf(lines, ended), [lines, ended]);
  const [at, setAt] = useState<number | null>(null);
  const [menu, setMenu] = useState<{ view: ApplicationView; button: HTMLButtonElement } | null>(null);
  /** Where the dragged card may go, once the program has said. */
  const [allowed, setAllowed] = useState<readonly Stage[] | null>(null);
  const dragged = useRef<Promise<ApplicationView | null> | null>(null);
  const open = columns.flatMap((column) => (column.folded ? [] : column.lines));
  const active = open.some(({ row }) => row.id === at) ? at : (open[0]?.row.id ?? null);

  const { drag, begin } = useDrag<number, Stage>({
    area: board,
    placeAt: (x, y) => {
      const under = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-stage]");
      return (under?.dataset.stage as Stage | undefined) ?? null;
    },
    onStart: (id) => {
      setAllowed(null);
      dragged.current = moves.load(id);
      dragged.current.then((view) => setAllowed(view?.next.map(({ stage }) => stage) ?? []));
    },
    onDrop: async (id, to) => {
      const from = lines.find(({ row }) => row.id === id)?.row.stage;
      const view = await dragged.current;
      if (view && to !== from) await moves.go(view, to);
    },
  });

  const cardOf = (id: number) => board.current?.querySelector<HTMLElement>(`[data-card="${id}"]`);
  // A card that moved to another column is another element, drawn when the list is: the keyboard follows it there, until the
  // person goes elsewhere.
  const following = useRef<number | null>(null);
  useEffect(() => {
    if (!focused) return;
    following.current = focused.id;
    setAt(focused.id);
  }, [focused]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when it is asked for, and whenever cards have moved
  useEffect(() => {
    const id = following.current;
    if (id === null) return;
    // After a menu that closes has given the focus back to a button that may be gone.
    const clock = setTimeout(() => {
      const held = document.activeElement;
      if (held && held !== document.body && !board.current?.contains(held)) return;
      const card = cardOf(id) ?? board.current?.querySelector("[data-card]");
      card?.querySelector<HTMLElement>("[data-open]")?.focus();
    }, 60);
    return () => clearTimeout(clock);
  }, [focused, columns]);
  const letGo = () => {
    following.current = null;
  };

  const openMenu = useCallback(
    async (id: number, button: HTMLButtonElement) => {
      const view = await moves.load(id);
      if (view) setMenu({ view, button });
    },
    [moves.load],
  );
  const onPointerDown = useCallback(
    (id: number, event: PointerEvent) => {
      if (!(event.target instanceof Element && event.target.closest("button"))) begin(id, event);
    },
    [begin],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-card]") : null;
    const id = Number(card?.dataset.card ?? Number.NaN);
    if (!card || Number.isNaN(id)) return;
    const button = card.querySelector<HTMLButtonElement>("button");
    if ((event.key.toLowerCase() === "m" || event.key === "ContextMenu") && button) void openMenu(id, button);
    else {
      const next = nextCard(columns, id, event.key);
      if (next === null) return;
      cardOf(next)?.querySelector<HTMLElement>("[data-open]")?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const sections = (view: ApplicationView): MenuSection[] => [
    {
      heading: t`Move to`,
      items: view.next.map(({ stage, lacks }) => ({
        id: stage,
        label: word("stage", stage),
        more: lacks
          .filter(({ blocks }) => blocks)
          .map(({ missing }) => word("missing", missing))
          .join(", "),
        onAction: () => void moves.go(view, stage),
      })),
    },
  ];
  const dragging = drag && lines.find(({ row }) => row.id === drag.id);
  return (
    <section
      ref={board}
      aria-label={t`Applications by stage`}
      className={css.board}
      onKeyDown={onKeyDown}
      onKeyDownCapture={letGo}
      onPointerDownCapture={letGo}
    >
      {lines.length === 0 && <div className={css.nothing}>{nothing}</div>}
      <div className={css.columns}>
        {columns.map((column) => (
          <StageColumn
            key={column.stage}
            column={column}
            active={active}
            drag={drag}
            allowed={allowed}
            movable={writable}
            onFocus={setAt}
            onPointerDown={onPointerDown}
            onMenu={openMenu}
            onUnfold={() => store.choose({ ended: true })}
          />
        ))}
      </div>
      {drag && dragging && (
        <div className={css.ghost} style={{ transform: `translate(${drag.x + 8}px, ${drag.y + 8}px)` }} aria-hidden>
          {dragging.row.title}
        </div>
      )}
      {menu && (
        <Suspense>
          <MenuBody
            label={t`Move “${menu.view.application.title}”`}
            sections={sections(menu.view)}
            trigger={{ current: menu.button }}
            close={() => setMenu(null)}
          />
        </Suspense>
      )}
    </section>
  );
}
