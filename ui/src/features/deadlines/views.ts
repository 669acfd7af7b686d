/** The ways the days are shown; an address may name one. */
const views = ["list", "month", "timeline"] as const;
export type View = (typeof views)[number];
export const isView = (value: unknown): value is View => (views as readonly unknown[]).includes(value);
