import { useLingui } from "@lingui/react/macro";
import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronRight from "lucide-react/icons/chevron-right";
import { type RefObject, useId, useRef, useState } from "react";
import type { MoneyView, Spending, SpentLine, SpentYear } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { Mark } from "../../../parts/Mark";
import { Kroner } from "../page/Kroner";
import { useShown } from "../page/shown";
import { ForecastForm } from "./ForecastForm";
import css from "./money.module.css";
import { type Basis, basisOf, excess, ofYear, vouchersOf } from "./shown";
import type { MoneyPartActions } from "./useMoney";
import { Vouchers } from "./Vouchers";

type Props = {
  view: MoneyView;
  spent: SpentLine;
  /** Null for all. */
  year: number | null;
  open: boolean;
  onToggle: () => void;
  actions: MoneyPartActions;
  editable: boolean;
  onCharge: (line: number) => void;
  onOpen: (spending: Spending) => void;
};

/** A line in a year: its figures, and under it the vouchers, and the forecast where one is written. */
export function SpentRow({ view, spent, year, open, onToggle, actions, editable, onCharge, onOpen }: Props) {
  const { t } = useLingui();
  const { line, years, forecasts } = spent;
  const shown = ofYear(years, year);
  const [forecasting, setForecasting] = useState<number | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const under = useId();
  if (!shown) return null;
  const writes = editable && year !== null && forecasting === year;
  return (
    <>
      <tr>
        <th scope="row">
          <button type="button" className={css.fold} aria-expanded={open} aria-controls={under} onClick={onToggle}>
            {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
            {line.text ? <DanishText>{line.text}</DanishText> : t`line without a text`}
          </button>
          <Excess year={shown} />
        </th>
        <td data-end>
          <Kroner amount={shown.budget} />
        </td>
        <td data-end>
          <Kroner amount={shown.spent} />
        </td>
        <td data-end data-bad={excess(shown) === "spent" || undefined}>
          <Kroner amount={shown.left} />
        </td>
        <td data-end>
          <Forecast
            line={line.text}
            shown={shown}
            asOf={view.asOf}
            button={button}
            onWrite={editable && year !== null ? () => setForecasting(year) : undefined}
          />
        </td>
        <td data-end>
          <Kroner amount={shown.deviation} />
        </td>
      </tr>
      {writes && (
        <tr className={css.within}>
          <td colSpan={6}>
            <ForecastForm
              line={line}
              year={year}
              shown={shown}
              asOf={view.asOf}
              existing={forecasts.find((one) => one.year === year)}
              actions={actions}
              onEnd={() => {
                setForecasting(null);
                requestAnimationFrame(() => button.current?.focus());
              }}
            />
          </td>
        </tr>
      )}
      <tr id={under} className={css.within} hidden={!open}>
        {open && (
          <td colSpan={6}>
            <Vouchers
              line={line.text}
              spending={vouchersOf(view.spending, line.id, year)}
              year={year}
              onCharge={editable ? () => onCharge(line.id) : undefined}
              onOpen={editable ? onOpen : undefined}
            />
          </td>
        )}
      </tr>
    </>
  );
}

/** Where more is spent than there is, or is expected to be: with icon and words, by how much. */
function Excess({ year }: { year: SpentYear }) {
  const { t } = useLingui();
  const kind = excess(year);
  if (kind === null) return null;
  return (
    <span className={css.excess}>
      <Mark tone={kind === "spent" ? "bad" : "warn"}>
        {kind === "spent" ? t`More is spent than the budget has` : t`More is expected than the budget has`}
      </Mark>
    </span>
  );
}

/** What is expected, and what that rests on; a button where one can say otherwise. */
function Forecast({
  line,
  shown,
  asOf,
  button,
  onWrite,
}: {
  line: string;
  shown: SpentYear;
  asOf: string;
  button: RefObject<HTMLButtonElement | null>;
  onWrite: (() => void) | undefined;
}) {
  const { t } = useLingui();
  const { sum } = useShown();
  const words: Readonly<Record<Basis, string>> = {
    typed: t`own forecast`,
    over: t`as spent`,
    hitherto: t`as until now`,
    budget: t`as budgeted`,
  };
  const basis = basisOf(shown, asOf);
  const about = basis ? words[basis] : "";
  const figure = (
    <>
      {about && <span className={css.basis}>{about}</span>} <Kroner amount={shown.forecast} />
    </>
  );
  if (!onWrite) return figure;
  const [year, amount] = [shown.year, sum(shown.forecast)];
  return (
    <button
      ref={button}
      type="button"
      className={css.cell}
      aria-label={t`${line}, expected in ${year}: ${amount}, ${about}. Write a forecast`}
      onClick={onWrite}
      onKeyDown={(event) => {
        if (event.key !== "F2") return;
        event.preventDefault();
        onWrite();
      }}
    >
      {figure}
    </button>
  );
}
