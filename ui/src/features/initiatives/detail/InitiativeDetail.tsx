import type { InitiativeRow, RegisterView } from "../../../ipc";

/** What the register hands to the detail: its own row, the register's unit of view, and the day it is seen from. */
export type InitiativeDetailProps = {
  row: InitiativeRow;
  register: RegisterView;
  asOf: string | null;
  onClose(): void;
};

/** The detail beside the register: one initiative with all that is known of it. */
export default function InitiativeDetail({ row }: InitiativeDetailProps) {
  return <h2 lang="da">{row.title.da}</h2>;
}
