import type { EffectSum } from "../../../ipc";
import { oere } from "../../../money";

/** A bar from the line where nothing is gained or lost: places in per cent of the drawing, from its top. */
export type Bar = { year: number; x: number; width: number; y: number; height: number; below: boolean };

/** A bar takes this much of its place. */
const PART = 0.62;
/** Shown where there is anything at all. */
const LEAST = 0.6;

/** What is gained or lost until the end of each year, as bars up and down from the line of nothing. */
export function barsOf(years: readonly EffectSum[]): { bars: Bar[]; ground: number } {
  const sums = years.map(({ accumulated }) => oere(accumulated));
  const top = Math.max(0, ...sums);
  const bottom = Math.min(0, ...sums);
  const span = top - bottom || 1;
  const ground = (top / span) * 100;
  const place = 100 / Math.max(1, years.length);
  const bars = years.map(({ year }, at): Bar => {
    const sum = sums[at] ?? 0;
    const height = sum === 0 ? 0 : Math.max(LEAST, (Math.abs(sum) / span) * 100);
    return {
      year: year ?? 0,
      x: place * (at + (1 - PART) / 2),
      width: place * PART,
      y: sum < 0 ? ground : ground - height,
      height,
      below: sum < 0,
    };
  });
  return { bars, ground };
}
