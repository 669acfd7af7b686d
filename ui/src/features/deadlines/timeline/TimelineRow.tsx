// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table to be made of
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves, one cell at a time
import { useLingui } from "@lingui/react/macro";
import Users from "lucide-react/icons/users";
import { memo } from "react";
import { useSession } from "../../../app/session";
import type { DeadlineItem } from "../../../ipc";
import type { Day } from "../../../parts/calendar/days";
import { DanishText } from "../../../parts/DanishText";
import { useDayName } from "../../../parts/days/looks";
import { Unseen } from "../../../parts/Figure";
import { isSettled, lookOf } from "../month/look";
import { grouped } from "../month/meetings";
import { type Cell, isBar, MARK } from "./cells";
import type { Row } from "./rows";
import css from "./timeline.module.css";
import { useCellSaid } from "./useCellSaid";

/** The least room for the words of a mark. */
const WORDS = 70;
/** A letter of a committee's short name at its widest. */
const LETTER = 9;

type Props = {
  row: Row;
  cells: readonly Cell[];
  /** Its place among all the lines, from 0. */
  at: number;
  top: number;
  scale: number;
  origin: Day;
  /** The pixels drawn, from the first day on. */
  left: number;
  right: number;
  /** The place of the keyboard on it: 0 is the name, null where it is elsewhere. */
  active: number | null;
  /** The day whose detail is open, where it is one of these. */
  chosen: string | null;
  movable: boolean;
};

/** One line: its name, its bars and marks. Only what lies in the pixels drawn is there, and what the keyboard is at. */
export const TimelineRow = memo(function TimelineRow(props: Props) {
  const { row, cells, at, top, scale, origin, left, right, active, chosen, movable } = props;
  const { language } = useSession();
  return (
    <div
      role="row"
      aria-rowindex={at + 1}
      className={css.row}
      style={{ top }}
      data-row={row.key}
      data-ended={row.bar?.ended || undefined}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        tabIndex={active === 0 ? 0 : -1}
        className={css.name}
        data-cell="head"
        data-leads={row.leads !== null || undefined}
        title={row.title}
      >
        <span lang={language === "da" || row.meetings.length > 0 ? undefined : "da"}>{row.title}</span>
      </div>
      {cells.map((cell, place) => {
        const start = (cell.from - origin) * scale;
        const end = (cell.to - origin + 1) * scale;
        const here = active === place + 1;
        if (!here && (end < left || start > right)) return null;
        const shared = { row, cell, start, place, active: here };
        if (cell.meetings.length > 0) return <MeetingMark key={cell.key} {...shared} />;
        return isBar(cell) ? (
          <Bar key={cell.key} {...shared} width={Math.max(4, end - start)} />
        ) : (
          <Mark
            key={cell.key}
            {...shared}
            chosen={chosen !== null && cell.items.some(({ key }) => key === chosen)}
            movable={movable}
          />
        );
      })}
    </div>
  );
});

type Shared = {
  row: Row;
  cell: Cell;
  start: number;
  /** Its place on the line, the name left out. */
  place: number;
  active: boolean;
};

const Bar = memo(function Bar({ row, cell, start, place, active, width }: Shared & { width: number }) {
  const { t } = useLingui();
  const label = useCellSaid()(row, cell);
  const project = cell.key === "project";
  const about = project && !row.bar?.exact;
  return (
    <div
      role="gridcell"
      aria-colindex={place + 2}
      tabIndex={active ? 0 : -1}
      className={css.bar}
      style={{ left: start, width }}
      title={label}
      data-cell={cell.key}
      data-project={project || undefined}
      data-about={about || undefined}
    >
      <Unseen>{label}</Unseen>
      {width > 60 && (
        <span aria-hidden className={css.barText}>
          {project ? (about ? t`Project, about` : t({ message: "Project", context: "bar" })) : t`Work`}
        </span>
      )}
    </div>
  );
});

/** Of several the one that asks for most, else a deadline or a meeting among them. */
function foremost(items: readonly DeadlineItem[]): DeadlineItem | undefined {
  const flagged = items.find((item) => lookOf(item).flag !== null);
  return (
    flagged ?? items.find(({ kind }) => kind === "call") ?? items.find(({ kind }) => kind === "meeting") ?? items[0]
  );
}

/** A committee's meeting, or several near each other, with the committees' names where there is room. */
const MeetingMark = memo(function MeetingMark({ row, cell, start, place, active }: Shared) {
  const label = useCellSaid()(row, cell);
  const many = cell.meetings.length;
  const committees = grouped(cell.meetings)
    .map(({ committees }) => committees)
    .join(", ");
  const words = cell.room > MARK + 10 + committees.length * LETTER;
  const off = cell.meetings.every(({ cancelled }) => cancelled);
  return (
    <div
      role="gridcell"
      aria-colindex={place + 2}
      tabIndex={active ? 0 : -1}
      className={css.mark}
      style={{ left: start, maxWidth: words ? Math.min(cell.room, 260) - 6 : undefined }}
      title={label}
      data-cell={cell.key}
      data-held
      data-off={off || undefined}
    >
      <Unseen>{label}</Unseen>
      <span aria-hidden className={css.sign} style={{ minWidth: MARK - 2 }}>
        {many === 1 ? <Users size={13} aria-hidden /> : many}
      </span>
      {words && (
        <span aria-hidden className={css.words}>
          <DanishText>{committees}</DanishText>
        </span>
      )}
    </div>
  );
});

type MarkProps = Shared & { chosen: boolean; movable: boolean };

const Mark = memo(function Mark({ row, cell, start, place, active, chosen, movable }: MarkProps) {
  const name = useDayName();
  const label = useCellSaid()(row, cell);
  const many = cell.items.length;
  const item = foremost(cell.items);
  if (!item) return null;
  const { tone, Icon } = lookOf(item);
  const words = many === 1 && cell.room > WORDS;
  return (
    <div
      role="gridcell"
      aria-colindex={place + 2}
      aria-selected={chosen}
      tabIndex={active ? 0 : -1}
      className={css.mark}
      style={{ left: start, maxWidth: words ? Math.min(cell.room, 260) - 6 : undefined }}
      title={label}
      data-cell={cell.key}
      data-tone={tone}
      data-meeting={item.kind === "meeting" || undefined}
      data-deadline={item.kind === "call" || undefined}
      data-settled={cell.items.every(isSettled) || undefined}
      data-movable={(movable && many === 1 && item.canMove) || undefined}
    >
      <Unseen>{label}</Unseen>
      <span aria-hidden className={css.sign} style={{ minWidth: MARK - 2 }}>
        {many === 1 ? <Icon size={13} aria-hidden /> : many}
      </span>
      {words && (
        <span aria-hidden className={css.words}>
          {name(item)} {item.detail && <DanishText>{item.detail}</DanishText>}
        </span>
      )}
    </div>
  );
});
