import { Plural, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useSession } from "../../app/session";
import { formatNumber } from "../../format";
import type { AmountOf, OverviewView } from "../../ipc";
import { useSums } from "../../parts/useSums";
import { Made, type Making } from "./Made";
import css from "./Overview.module.css";

/** The figures a manager is asked for; each opens what it is made of. */
export function Figures({ view }: { view: OverviewView }) {
  const { t } = useLingui();
  const { glance, whole } = useSums();
  const { language } = useSession();
  const { attention, applied, granted, conditional, hitRate } = view;
  const urgent = attention.filter((one) => one.urgent).length;
  const answered = hitRate.answered.length;
  const yes = hitRate.granted.length;
  const sum = (of: AmountOf) =>
    of.applications.length === 0 ? "–" : of.unknown === of.applications.length ? t`unknown` : glance(of.amount);
  const promised = sum(conditional);
  const awarded = whole(hitRate.awarded);
  const requested = whole(hitRate.requested);
  const percent = hitRate.moneyPerMille !== null && formatNumber(hitRate.moneyPerMille / 10, language, 1);
  return (
    <ul className={css.figures}>
      <li>
        <button type="button" className={css.jump} onClick={() => document.getElementById("attention")?.focus()}>
          <b>{attention.length}</b>
          <span>
            {t`need action`}
            {urgent > 0 && <>, {t`${urgent} of them urgent`}</>}
          </span>
        </button>
      </li>
      <Figure
        making={{
          title: t`Applied for and not answered`,
          how: t`Our part of what is applied for in applications that are sent and not answered. A partner's own share is not in it.`,
          ids: applied.applications,
          column: "ourRequested",
          sum: applied.amount,
        }}
        shown={sum(applied)}
      >
        {applied.applications.length === 0 ? (
          t`nothing sent waits for an answer`
        ) : (
          <Plural
            value={applied.applications.length}
            one="applied for, # application not answered"
            other="applied for, # applications not answered"
          />
        )}
        <Without of={applied} />
      </Figure>
      <Figure
        making={{
          title: t`Granted`,
          how: t`Our part of what was granted to projects that are not ended. A partner's own share is not in it.`,
          ids: granted.applications,
          column: "ourAwarded",
          sum: granted.amount,
        }}
        shown={sum(granted)}
      >
        {granted.applications.length === 0
          ? t`nothing granted to projects that go on`
          : conditional.applications.length > 0
            ? t`granted, of which ${promised} on conditions`
            : t`granted`}
        <Without of={granted} />
      </Figure>
      <Figure
        making={{
          title: t`Answered applications`,
          how: t`Applications granted, also on conditions, out of all that were granted or rejected. Those not answered are not counted. By money: what was granted out of what the same applications asked for.`,
          ids: hitRate.answered,
          besides: (
            <>
              {percent && t`${awarded} granted of the ${requested} that the same applications asked for.`}{" "}
              {hitRate.unknown > 0 && (
                <Plural
                  value={hitRate.unknown}
                  one="# answered application lacks an amount and is not in the amounts."
                  other="# answered applications lack an amount and are not in the amounts."
                />
              )}
            </>
          ),
        }}
        shown={answered === 0 ? "–" : t`${yes} of ${answered}`}
      >
        {answered === 0 ? t`none answered yet` : t`answered were granted`}
        {percent && <>, {t`${percent} pct. of the money`}</>}
      </Figure>
      {hitRate.waiting.length > 0 && (
        <Figure
          making={{
            title: t`Waiting for an answer`,
            how: t`Applications that are sent and not answered. They are in no hit rate.`,
            ids: hitRate.waiting,
            column: "ourRequested",
          }}
          shown={String(hitRate.waiting.length)}
        >
          {t`waiting for an answer`}
        </Figure>
      )}
    </ul>
  );
}

/** How many of them have no amount recorded. */
function Without({ of }: { of: AmountOf }) {
  if (of.unknown === 0) return null;
  return (
    <>
      , <Plural value={of.unknown} one="# without an amount" other="# without an amount" />
    </>
  );
}

function Figure({ making, shown, children }: { making: Making; shown: string; children: ReactNode }) {
  return (
    <li>
      <Made making={making} className={css.big}>
        <span>
          <b>{shown}</b>
          <span>{children}</span>
        </span>
      </Made>
    </li>
  );
}
