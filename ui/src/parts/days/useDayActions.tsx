import { useLingui } from "@lingui/react/macro";
import BellOff from "lucide-react/icons/bell-off";
import Check from "lucide-react/icons/check";
import Hourglass from "lucide-react/icons/hourglass";
import MoveRight from "lucide-react/icons/move-right";
import Undo from "lucide-react/icons/undo-2";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useNotify } from "../../app/notify";
import { useSession } from "../../app/session";
import type { DeadlineItem } from "../../ipc";
import type { MenuItem } from "../Menu";
import { unmarked, useQuickMark } from "./useMark";
import { useOpenDay } from "./useOpenDay";

const loadMove = () => import("./MoveDay");
const MoveDay = lazy(loadMove);
const AsideDay = lazy(() => import("./AsideDay"));
const WaitDay = lazy(() => import("./WaitDay"));

export type DayActions = {
  /** What can be done about a day, as a menu has it; each with the single key that does it inside a list. */
  items: (item: DeadlineItem) => MenuItem[];
  /** Does what a single key stands for; false where it stands for nothing here. */
  key: (item: DeadlineItem, key: string) => boolean;
  move: (item: DeadlineItem, to?: string) => void;
  /** Stands somewhere beside the list: the form that was asked for. */
  dialog: ReactNode;
};

type Asked = { what: "move" | "aside" | "wait"; item: DeadlineItem; to?: string };

/** What a person can do about days: move, do, put aside, say who it waits on, and take that back. `today` is the day of the view. */
export function useDayActions(today: string, closed?: () => void): DayActions {
  const { t } = useLingui();
  const { writable } = useSession();
  const quick = useQuickMark();
  const notify = useNotify();
  const open = useOpenDay();
  const [asked, setAsked] = useState<Asked | null>(null);
  const asking = useRef(false);
  asking.current = asked !== null;
  // What is typed at once after the key belongs in the form: what the forms share is at hand before they are asked for.
  useEffect(() => void loadMove(), []);

  const items = useCallback(
    (item: DeadlineItem): MenuItem[] => {
      const off = !writable;
      const all: (MenuItem | false)[] = [
        item.canDo &&
          (item.doneOn === null
            ? {
                id: "done",
                label: t`Mark as done`,
                icon: <Check size={15} aria-hidden />,
                keys: t({ message: "D", context: "key: done" }),
                disabled: off,
                onAction: () => void quick(item, { doneOn: today }, t`Marked as done`),
              }
            : {
                id: "done",
                label: t`Not done after all`,
                icon: <Undo size={15} aria-hidden />,
                keys: t({ message: "D", context: "key: done" }),
                disabled: off,
                onAction: () => void quick(item, unmarked.done, t`No longer marked as done`),
              }),
        item.canMove && {
          id: "move",
          label: t`Move …`,
          icon: <MoveRight size={15} aria-hidden />,
          keys: t({ message: "M", context: "key: move" }),
          disabled: off,
          onAction: () => setAsked({ what: "move", item }),
        },
        item.doneOn === null && {
          id: "aside",
          label: item.asideUntil ? t`Put aside until another day …` : t`Put aside …`,
          icon: <BellOff size={15} aria-hidden />,
          keys: t({ message: "P", context: "key: put aside" }),
          disabled: off,
          onAction: () => setAsked({ what: "aside", item }),
        },
        item.doneOn === null && {
          id: "wait",
          label: t`Waits on …`,
          icon: <Hourglass size={15} aria-hidden />,
          keys: t({ message: "W", context: "key: waits on" }),
          disabled: off,
          onAction: () => setAsked({ what: "wait", item }),
        },
        item.origin === "pinned" &&
          item.mark !== null && {
            id: "unpin",
            label: t`Back to where the rule puts it`,
            icon: <Undo size={15} aria-hidden />,
            disabled: off,
            onAction: () => void quick(item, unmarked.pin, t`The deadline follows its rule again`),
          },
        item.asideUntil !== null && {
          id: "up",
          label: t`Take it up again`,
          icon: <Undo size={15} aria-hidden />,
          disabled: off,
          onAction: () => void quick(item, unmarked.aside, t`Taken up again`),
        },
      ];
      return all.filter((one) => one !== false);
    },
    [writable, quick, today, t],
  );
  const key = useCallback(
    (item: DeadlineItem, typed: string) => {
      // While a form is on its way the keys are not commands.
      if (asking.current) return true;
      const same = (keys: string | undefined) => keys?.toLowerCase() === typed.toLowerCase();
      const found = items(item).find(({ keys }) => same(keys));
      if (found?.disabled) return false;
      if (found) found.onAction();
      else if (same(t({ message: "M", context: "key: move" })))
        notify({
          tone: "info",
          text: t`This deadline cannot be moved here: it stands where it comes from.`,
          action: { label: t`Open it there`, run: () => open(item) },
        });
      else if (same(t({ message: "D", context: "key: done" })))
        notify({
          tone: "info",
          text: t`This deadline is done where it comes from, not here.`,
          action: { label: t`Open it there`, run: () => open(item) },
        });
      else return false;
      return true;
    },
    [items, notify, open, t],
  );
  const move = useCallback(
    (item: DeadlineItem, to?: string) => setAsked({ what: "move", item, ...(to ? { to } : {}) }),
    [],
  );
  const close = () => {
    setAsked(null);
    closed?.();
  };
  const dialog = asked && (
    <Suspense>
      {asked.what === "move" ? (
        <MoveDay item={asked.item} {...(asked.to ? { to: asked.to } : {})} onClose={close} />
      ) : asked.what === "aside" ? (
        <AsideDay item={asked.item} onClose={close} />
      ) : (
        <WaitDay item={asked.item} onClose={close} />
      )}
    </Suspense>
  );
  return { items, key, move, dialog };
}
