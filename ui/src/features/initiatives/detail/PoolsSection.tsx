import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../../app/session";
import type { PoolStanding, PoolView, RegisterView } from "../../../ipc";
import { Figure } from "../../../parts/Figure";
import { Heading } from "../../../parts/Heading";
import { useAmounts } from "../../../parts/pool/amounts";
import { PoolBlock } from "../../../parts/pool/PoolBlock";
import { Ahead } from "../../../parts/standing/Ahead";
import { Standing } from "../../../parts/standing/Standing";
import css from "./Detail.module.css";

/** The initiative's pools, each with its own amount, which is not the initiative's. */
export function PoolsSection({
  pools,
  standings,
  register,
}: {
  pools: readonly PoolView[];
  standings: readonly PoolStanding[];
  register: RegisterView;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const { figure, heading } = useAmounts();
  const inDanish = language === "en" ? "da" : undefined;
  const level = `${register.agreement.priceLevel}-pl`;
  // A pool that others lie inside is their sum, not one more.
  const count = pools.filter(({ id }) => !pools.some(({ parentId }) => parentId === id)).length;
  const unit = `${heading} (${level})`;
  return (
    <section className={css.section} aria-labelledby="detail-pools">
      <Heading level={3} id="detail-pools" aside={count > 0 ? `(${count}), ${unit}` : undefined}>
        {t`Pools and calls`}
      </Heading>
      {count === 0 && <p className={css.soft}>{t`The agreement names no pool under this initiative.`}</p>}
      {pools.map((pool, at) => (
        <div key={pool.id} className={css.part}>
          <h4 className={css.partTitle}>
            <span lang={inDanish}>{pool.title.da}</span>
            {pool.amount && <Figure>{figure(pool.amount)}</Figure>}
          </h4>
          {language === "en" && pool.title.en && <p className={css.gloss}>{pool.title.en}</p>}
          <Standing
            poolId={pool.id}
            title={pool.title.da}
            known={standings.find(({ poolId }) => poolId === pool.id)}
            titleOf={(id) => pools.find((one) => one.id === id)?.title.da}
            keys={at === 0}
            over={standings.find(({ poolId }) => poolId === pool.parentId)}
            nested
          />
          <Ahead poolId={pool.id} known={standings.find(({ poolId }) => poolId === pool.id)} />
          <PoolBlock pool={pool} />
        </div>
      ))}
    </section>
  );
}
