/** The ways a case is shown: its paper, and how it is handled. An address may name one. */
const ways = ["paper", "handling"] as const;
export type CaseWay = (typeof ways)[number];
export const isCaseWay = (value: unknown): value is CaseWay => (ways as readonly unknown[]).includes(value);
