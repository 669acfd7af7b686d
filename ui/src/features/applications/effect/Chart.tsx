import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../../app/session";
import type { EffectSum } from "../../../ipc";
import { formatAtAGlance, oere } from "../../../money";
import { barsOf } from "./chart";
import css from "./effect.module.css";

/** What is gained or lost until the end of each year, for those who would rather look; the table beside it says the same. */
export function Chart({ years, breakEven }: { years: readonly EffectSum[]; breakEven: number | null }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { bars, ground } = barsOf(years);
  const kroner = (amount: string) => formatAtAGlance(oere(amount), "mio", language);
  const told = years.map(({ year, accumulated }) => `${year}: ${kroner(accumulated)}`).join("; ");
  return (
    <figure className={css.figure}>
      <figcaption>{t`Saved less invested, summed from the first year, DKK m`}</figcaption>
      <svg
        className={css.chart}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        role="img"
        aria-label={t`Saved less invested, summed from the first year, DKK m: ${told}`}
      >
        {bars.map((bar) => (
          <rect
            key={bar.year}
            className={bar.below ? css.below : css.above}
            x={bar.x}
            y={bar.y}
            width={bar.width}
            height={bar.height}
          />
        ))}
        <line className={css.ground} x1="0" x2="100" y1={ground} y2={ground} />
      </svg>
      <div
        className={css.labels}
        style={{ gridTemplateColumns: `repeat(${years.length}, minmax(0, 1fr))` }}
        aria-hidden
      >
        {years.map(({ year, accumulated }) => (
          <span key={year} className={css.label}>
            <span className={css.value}>{kroner(accumulated)}</span>
            {year}
            {year === breakEven && <span className={css.even}>{t`paid back`}</span>}
          </span>
        ))}
      </div>
    </figure>
  );
}
