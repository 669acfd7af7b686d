import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import MoveRight from "lucide-react/icons/move-right";
import { memo, type PointerEvent } from "react";
import { useSession } from "../../../app/session";
import { formatDays } from "../../../format";
import { formatAmount } from "../../../money";
import { DanishText } from "../../../parts/DanishText";
import { IconButton } from "../../../parts/IconButton";
import { Mark } from "../../../parts/Mark";
import type { Line } from "../shown";
import css from "./board.module.css";
import { counting } from "./columns";

type Props = {
  line: Line;
  /** Whether it is the one card the Tab key reaches. */
  active: boolean;
  dragged: boolean;
  movable: boolean;
  onFocus: (id: number) => void;
  onPointerDown: (id: number, event: PointerEvent) => void;
  onMenu: (id: number, button: HTMLButtonElement) => void;
};

/** One application on the board: what it is, how much, who has it, and what is amiss. */
export const Card = memo(function Card({ line, active, dragged, movable, onFocus, onPointerDown, onMenu }: Props) {
  const { t } = useLingui();
  const { preferences, language } = useSession();
  const { row } = line;
  const { title } = row;
  const amount = counting(line);
  const figure = amount === null ? null : formatAmount(amount, preferences.unit, language);
  const late = row.tasksOverdue;
  return (
    <li
      className={css.card}
      data-card={row.id}
      data-dragged={dragged || undefined}
      onFocus={() => onFocus(row.id)}
      onPointerDown={movable ? (event) => onPointerDown(row.id, event) : undefined}
    >
      <Link
        to="/applications/$id"
        params={{ id: String(row.id) }}
        className={css.title}
        tabIndex={active ? 0 : -1}
        draggable={false}
        data-open
      >
        <DanishText>{title}</DanishText>
      </Link>
      {row.funder && (
        <span className={css.funder}>
          <DanishText>{row.funder}</DanishText>
        </span>
      )}
      <span className={css.facts}>
        <span>
          {figure === null ? t`amount not stated` : preferences.unit === "mio" ? t`DKK ${figure} m` : t`DKK ${figure}`}
        </span>
        {row.owner && <span>{row.owner}</span>}
      </span>
      <span className={css.flags}>
        {row.conditionOpen && <Mark tone="warn">{t`Open condition`}</Mark>}
        {row.approval === "missing" && <Mark tone="warn">{t`Approval missing`}</Mark>}
        {row.appropriation === "open" && <Mark tone="warn">{t`Appropriation missing`}</Mark>}
        {late > 0 && <Mark tone="bad">{plural(late, { one: "# overdue task", other: "# overdue tasks" })}</Mark>}
        {row.discrepancies > 0 && <Mark tone="warn">{t`Sources differ`}</Mark>}
        {row.daysLeft !== null && !row.ended && (
          <Mark tone={row.daysLeft <= 30 ? "warn" : "plain"}>{t`Deadline ${formatDays(row.daysLeft, language)}`}</Mark>
        )}
      </span>
      {movable && (
        <IconButton
          label={t`Move “${title}”`}
          className={css.move}
          aria-haspopup="menu"
          aria-keyshortcuts="M"
          tabIndex={active ? 0 : -1}
          onClick={(event) => onMenu(row.id, event.currentTarget)}
        >
          <MoveRight size={14} aria-hidden />
        </IconButton>
      )}
    </li>
  );
});
