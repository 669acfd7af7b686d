import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import X from "lucide-react/icons/x";
import { useSession } from "../../app/session";
import type { PoolView, RegisterView } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { IconButton } from "../../parts/IconButton";
import { useAmounts } from "../../parts/pool/amounts";
import { PoolBlock } from "../../parts/pool/PoolBlock";
import css from "./Pools.module.css";

type Props = {
  pool: PoolView;
  register: RegisterView;
  onClose: () => void;
  /** Brings the pool back into a list that search or filters keep it from; null where it is there. */
  onShowAll: (() => void) | null;
};

/** One pool beside the list, with the way to its initiative. */
export function PoolDetail({ pool, register, onClose, onShowAll }: Props) {
  const { t } = useLingui();
  const { language } = useSession();
  const { sum } = useAmounts();
  const initiative = register.initiatives.find(({ id }) => id === pool.initiative?.id);
  const number = pool.initiative?.number;
  const level = pool.priceLevel && `${pool.priceLevel}-pl`;
  return (
    <article
      className={css.detail}
      aria-labelledby="pool-title"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={css.bar}>
        <p className={css.kicker}>
          {number === undefined ? t`Pool without an initiative number` : t`Pool of initiative ${number}`}
          {level && ` · ${level}`}
        </p>
        <IconButton label={t`Close the detail (Escape)`} onClick={onClose}>
          <X size={17} aria-hidden />
        </IconButton>
      </div>
      {onShowAll && (
        <div className={css.away}>
          <p>{t`Not in the list: search or filters hide it.`}</p>
          <Button onClick={onShowAll}>{t`Clear search and filters`}</Button>
        </div>
      )}
      <h2 id="pool-title" className={css.detailTitle}>
        <DanishText>{pool.title.da}</DanishText>
        {pool.amount && <span className={css.detailAmount}>{sum(pool.amount)}</span>}
      </h2>
      {language === "en" && pool.title.en && <p className={css.soft}>{pool.title.en}</p>}
      {initiative && (
        <p className={css.belongs}>
          <Link to="/initiatives/$number" params={{ number: String(initiative.number) }}>
            <DanishText>{initiative.title.da}</DanishText>
          </Link>
        </p>
      )}
      <PoolBlock pool={pool} />
    </article>
  );
}
