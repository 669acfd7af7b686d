/** A bar of the chart: where it stands and how high, in the drawing's own units (100 high; each period 100 wide). */
export type Bar = { x: number; width: number; height: number; lasting: boolean };

const SLOT = 100;
const WIDTH = 84;
/** The room that sets the permanent amount apart: it is an amount per year for ever, not one more year. */
const APART = 24;
/** Wider than a year, for its name is longer. */
const LASTING = 136;

/** Bars for the years and, apart, the permanent amount. No amount is no bar; the smallest amount is still seen. */
export function barsOf(years: readonly (number | null)[], permanent: number | null | undefined) {
  const hasPermanent = permanent !== undefined;
  const width = years.length * SLOT + (hasPermanent ? APART + LASTING : 0);
  const most = Math.max(1, ...years.map((amount) => amount ?? 0), permanent ?? 0);
  const height = (amount: number | null) => (amount === null || amount <= 0 ? 0 : Math.max(2, (amount / most) * 98));
  const bars: Bar[] = years.map((amount, slot) => ({
    x: slot * SLOT + (SLOT - WIDTH) / 2,
    width: WIDTH,
    height: height(amount),
    lasting: false,
  }));
  const yearsWidth = years.length * SLOT;
  const lastingX = yearsWidth + APART;
  if (hasPermanent) {
    const x = lastingX + (LASTING - WIDTH) / 2;
    bars.push({ x, width: WIDTH, height: height(permanent), lasting: true });
  }
  return { bars: bars.filter((bar) => bar.height > 0), width, yearsWidth, lastingX };
}

/** The same division for the figures under the bars. */
export function columnsOf(years: number, hasPermanent: boolean): string {
  return `repeat(${years}, ${SLOT}fr)${hasPermanent ? ` ${APART}fr ${LASTING}fr` : ""}`;
}
