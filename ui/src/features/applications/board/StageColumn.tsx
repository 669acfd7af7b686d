import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { type PointerEvent, useState } from "react";
import { useSession } from "../../../app/session";
import { useWord } from "../../../format";
import type { Stage } from "../../../ipc";
import { formatAmount } from "../../../money";
import { Button } from "../../../parts/Button";
import type { Drag } from "../../../parts/useDrag";
import css from "./board.module.css";
import { Card } from "./Card";
import { type BoardColumn, isGranted } from "./columns";

/** How many cards are drawn at first, and more at a time. */
const PORTION = 60;

type Props = {
  column: BoardColumn;
  active: number | null;
  drag: Drag<number, Stage> | null;
  /** Where the dragged card may go; null while that is not known. */
  allowed: readonly Stage[] | null;
  movable: boolean;
  onFocus: (id: number) => void;
  onPointerDown: (id: number, event: PointerEvent) => void;
  onMenu: (id: number, button: HTMLButtonElement) => void;
  onUnfold: () => void;
};

/** A stage with its cards, their number and their sum. */
export function StageColumn({
  column,
  active,
  drag,
  allowed,
  movable,
  onFocus,
  onPointerDown,
  onMenu,
  onUnfold,
}: Props) {
  const { t } = useLingui();
  const { preferences, language } = useSession();
  const word = useWord();
  const [most, setMost] = useState(PORTION);
  const { stage, lines, sum } = column;
  const name = word("stage", stage);
  const count = lines.length;
  const takes = drag && allowed ? (allowed.includes(stage) ? (drag.over === stage ? "here" : "yes") : "no") : undefined;
  if (column.folded)
    return (
      <button
        type="button"
        className={css.narrow}
        data-stage={stage}
        data-takes={takes}
        aria-label={t`${name}: ${count}. Show ended`}
        onClick={onUnfold}
      >
        <span>
          {name} <span className={css.count}>{count}</span>
        </span>
      </button>
    );
  if (count === 0)
    return (
      <section className={css.narrow} data-stage={stage} data-takes={takes} aria-label={name}>
        <h2>
          {name} <span className={css.count}>0</span>
        </h2>
      </section>
    );
  const figure = sum === null ? null : formatAmount(sum, preferences.unit, language);
  const meaning = isGranted(stage) ? t`granted, our part` : t`applied for, our part`;
  // The card with the keyboard is among those drawn.
  const shown = Math.max(most, lines.findIndex(({ row }) => row.id === active) + 1);
  const more = count - shown;
  return (
    <section className={css.column} data-stage={stage} data-takes={takes} aria-label={name}>
      <header className={css.head}>
        <h2>
          {name} <span className={css.count}>{count}</span>
        </h2>
        {figure !== null && <p title={meaning}>{preferences.unit === "mio" ? t`DKK ${figure} m` : t`DKK ${figure}`}</p>}
      </header>
      <ul className={css.cards} aria-label={plural(count, { one: "# application", other: "# applications" })}>
        {lines.slice(0, shown).map((line) => (
          <Card
            key={line.row.id}
            line={line}
            active={line.row.id === active}
            dragged={drag?.id === line.row.id}
            movable={movable}
            onFocus={onFocus}
            onPointerDown={onPointerDown}
            onMenu={onMenu}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button tone="quiet" onClick={() => setMost(shown + PORTION)}>{t`Show ${Math.min(more, PORTION)} more`}</Button>
      )}
    </section>
  );
}
