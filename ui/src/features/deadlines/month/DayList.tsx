import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import Ellipsis from "lucide-react/icons/ellipsis";
import type { KeyboardEvent } from "react";
import { useSession } from "../../../app/session";
import type { DeadlineItem } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { ItemDaysLeft } from "../../../parts/days/DaysLeft";
import { useDayTime } from "../../../parts/days/DayTime";
import { DayMarks } from "../../../parts/days/FlagMark";
import { kindIcons, useDayName } from "../../../parts/days/looks";
import { formatKnown } from "../../../parts/days/when";
import { Menu } from "../../../parts/Menu";
import { useDeadlines } from "../useDeadlines";
import type { Items } from "./days";
import own from "./entries.module.css";
import { MeetingEntry } from "./MeetingEntry";
import { type Meetings, meetingKey } from "./meetings";
import css from "./month.module.css";

type Props = {
  items: Items;
  meetings: Meetings;
  chosen: string | null;
  /** Whether each says its day. */
  dated?: boolean;
  onPick: (item: DeadlineItem) => void;
  /** A single key typed on one; whether it stood for something. */
  onKey: (item: DeadlineItem, key: string) => boolean;
  /** The list gives way before something else is shown. */
  onLeave?: () => void;
};

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Goes between the entries of a list by arrow keys, and does what a single key stands for. */
export function listKeys(event: KeyboardEvent<HTMLElement>, onKey: (key: string, typed: string) => boolean): boolean {
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return false;
  const key = target.dataset.entry;
  if (key === undefined) return false;
  const entries = [...currentTarget.querySelectorAll<HTMLElement>("[data-entry]")];
  const to = steps[event.key]?.(entries.indexOf(target), entries.length - 1);
  if (to !== undefined) entries[to]?.focus();
  else if (!onKey(key, event.key)) return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

/** The committees' meetings of one day, then its days to keep, each with how it stands and what can be done. */
export function DayList({ items, meetings, chosen, dated, onPick, onKey, onLeave }: Props) {
  const { t } = useLingui();
  if (items.length + meetings.length === 0) return <p className={css.none}>{t`No deadlines on this day.`}</p>;
  const counts = [
    meetings.length > 0 && plural(meetings.length, { one: "# committee meeting", other: "# committee meetings" }),
    items.length > 0 && plural(items.length, { one: "# deadline", other: "# deadlines" }),
  ];
  return (
    <ul
      className={own.entries}
      aria-label={counts.filter(Boolean).join(", ")}
      onKeyDown={(event) =>
        listKeys(event, (key, typed) => {
          const item = items.find((one) => one.key === key);
          return item !== undefined && onKey(item, typed);
        })
      }
    >
      {meetings.map((meeting) => (
        <MeetingEntry key={meetingKey(meeting)} meeting={meeting} dated={dated} />
      ))}
      {items.map((item) => (
        <Entry
          key={item.key}
          item={item}
          chosen={item.key === chosen}
          dated={dated}
          onPick={onPick}
          onLeave={onLeave}
        />
      ))}
    </ul>
  );
}

function Entry({
  item,
  chosen,
  dated,
  onPick,
  onLeave,
}: Pick<Props, "dated" | "onPick" | "onLeave"> & { item: DeadlineItem; chosen: boolean }) {
  const { t } = useLingui();
  const { actions } = useDeadlines();
  const { language } = useSession();
  const name = useDayName();
  const time = useDayTime();
  const Icon = kindIcons[item.kind];
  const clock = time(item);
  const what = name(item);
  const offered = actions.items(item).map((one) => ({
    ...one,
    onAction: () => {
      onLeave?.();
      one.onAction();
    },
  }));
  return (
    <li className={own.entry} data-chosen={chosen || undefined} data-meeting={item.kind === "meeting" || undefined}>
      <button type="button" className={own.what} data-entry={item.key} onClick={() => onPick(item)}>
        <Icon size={15} className={own.icon} aria-hidden />
        <span>
          <b>{what}</b>
          {dated && <span className={css.soft}> · {formatKnown(item, language, "long")}</span>}
          {clock && <span className={css.soft}> · {clock}</span>}
          <br />
          <DanishText>{[item.title, item.detail].filter(Boolean).join(" · ")}</DanishText>
        </span>
      </button>
      <span className={own.stands}>
        <span className={css.soft}>
          <ItemDaysLeft item={item} />
        </span>
        <DayMarks item={item} most={2} />
      </span>
      {offered.length > 0 && (
        <Menu
          label={t`What to do about ${[what, item.title].filter(Boolean).join(", ")}`}
          quiet
          sections={[{ items: offered }]}
        >
          <Ellipsis size={16} aria-hidden />
        </Menu>
      )}
    </li>
  );
}
