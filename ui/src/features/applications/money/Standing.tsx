import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useSession } from "../../../app/session";
import type { GrantStanding } from "../../../ipc";
import { addAmounts, formatAmount, oere } from "../../../money";
import { Mark } from "../../../parts/Mark";
import { useShown } from "../page/shown";
import css from "./money.module.css";

type Figure = { label: string; amount: string | null; about?: ReactNode; always?: boolean };

/**
 * How the grant stands on the day, in few figures; what is nothing and need not be known is left out. A grant nobody has written
 * down is not `known`, and is not nothing.
 */
export function Standing({ standing, known }: { standing: GrantStanding; known: boolean }) {
  const { t } = useLingui();
  const { sum } = useShown();
  const { granted, received, withheld, repaid, spent, used, expected, toRepay, belowFloor, levy } = standing;
  const all = sum(spent);
  const figures: Figure[] = [
    { label: t`Granted`, amount: known ? granted : null, always: true },
    { label: t`Received`, amount: received, always: true },
    { label: t`Kept back by the funder`, amount: withheld },
    { label: t`Used of the grant`, amount: used, always: true, about: t`of ${all} spent in all` },
    { label: t`Expected grant`, amount: known ? expected : null, always: true, about: <Lower standing={standing} /> },
    { label: t`Repaid`, amount: repaid },
    {
      label: t`To be repaid`,
      amount: toRepay,
      about: belowFloor ? (
        <Mark tone="info">{t`so little that the funder does not ask for it`}</Mark>
      ) : (
        <Mark tone="warn">{t`to the funder`}</Mark>
      ),
    },
    { label: t`Levy`, amount: levy, about: t`paid to the state by the municipality` },
  ];
  return (
    <dl className={css.standing}>
      {figures
        .filter(({ always, amount }) => always || (amount !== null && oere(amount) !== 0))
        .map(({ label, amount, about }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {amount === null ? <span className={css.soft}>{t`not stated`}</span> : <b>{sum(amount)}</b>}
              {about && <span className={css.soft}>{about}</span>}
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** Where less than was granted is expected, by how much. */
function Lower({ standing: { granted, expected } }: { standing: GrantStanding }) {
  const { t } = useLingui();
  const { language } = useSession();
  const less = addAmounts([oere(granted), -oere(expected)]) ?? 0;
  if (less <= 0) return null;
  const by = formatAmount(less, "kr", language);
  return <Mark tone="warn">{t`DKK ${by} less than granted`}</Mark>;
}
