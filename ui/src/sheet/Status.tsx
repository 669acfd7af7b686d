import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useDeferredValue, useMemo } from "react";
import { addAmounts, formatAmount, oere } from "../money";
import { Button } from "../parts/Button";
import { Mark } from "../parts/Mark";
import css from "./around.module.css";
import { cellNamed, isOne, type Model, placesIn, type Range } from "./model";
import type { Batch } from "./outbox";
import type { SheetProps } from "./types";
import type { Told } from "./useTold";

type Props = {
  told: Told;
  /** What is to be known of the cell with the focus. */
  about: { text: string; tone: "bad" | "warn" | "ok" | "info" | "soft" | "plain" } | null;
  refused: readonly Batch[];
  show: (batch: Batch) => void;
  again: (batch: Batch) => void;
  takeBack: (batch: Batch) => void;
  model: Model;
  range: Range;
  amountOf: SheetProps["amountOf"];
  readOnly: boolean;
};

/** The line under a sheet: what it said last or what the cell is about, what was not kept, and the sum of what is selected. */
export function Status({ told, about, refused, show, again, takeBack, model, range, amountOf, readOnly }: Props) {
  const { t } = useLingui();
  const [first] = refused;
  const count = refused.reduce((sum, { edits, added }) => sum + edits.length + added.length, 0);
  const why = first && whyOf(first, (row, column) => cellNamed(model, row, column, (number) => t`new line ${number}`));
  const message = told.tone !== "spoken" && told.text !== "" ? told : null;
  return (
    <div className={css.status}>
      <span role="status" className={css.spoken}>
        {/* The same words once more are another text, and read out again. */}
        {told.text && told.text + (told.count % 2 ? "" : "\u00a0")}
      </span>
      {first ? (
        <span className={css.refused}>
          <Mark tone="bad">
            <Plural value={count} one="# cell is not kept" other="# cells are not kept" />
          </Mark>
          <span className={css.why} title={why}>
            {why}
          </span>
          <Button tone="quiet" onClick={() => show(first)}>{t`Go there`}</Button>
          {first.problems.length === 0 && <Button tone="quiet" onClick={() => again(first)}>{t`Try again`}</Button>}
          <Button tone="quiet" onClick={() => takeBack(first)}>{t`Take back`}</Button>
        </span>
      ) : (
        <span className={css.about} aria-hidden>
          {message ? (
            message.tone === "bad" ? (
              <Mark tone="bad">{message.text}</Mark>
            ) : (
              message.text
            )
          ) : (
            about && <Mark tone={about.tone}>{about.text}</Mark>
          )}
        </span>
      )}
      {isOne(range) ? !first && <Keys readOnly={readOnly} /> : <Sums model={model} range={range} amountOf={amountOf} />}
    </div>
  );
}

/** What is wrong, after the name of the cell it is wrong in. */
function whyOf({ problems, message }: Batch, nameOf: (row: string, column: string) => string): string {
  const [first] = problems;
  return first ? `${nameOf(first.row, first.column)}: ${first.message}` : (message ?? "");
}

function Keys({ readOnly }: { readOnly: boolean }) {
  return (
    <span className={css.keys}>
      {readOnly ? (
        <Trans>
          <kbd>Shift ↑↓</kbd> select · <kbd>Ctrl C</kbd> copy
        </Trans>
      ) : (
        <Trans>
          <kbd>F2</kbd> edit · <kbd>Ctrl R</kbd> fill right · <kbd>Esc</kbd> <kbd>Tab</kbd> leave the sheet
        </Trans>
      )}
    </span>
  );
}

function Sums({ model, range, amountOf }: Pick<Props, "model" | "range" | "amountOf">) {
  const { t, i18n } = useLingui();
  const language = i18n.locale === "en" ? "en" : "da";
  // A large range is added up when there is time for it.
  const later = useDeferredValue<Range | null>(range, null);
  const amounts = useMemo(() => {
    const found: number[] = [];
    for (const { line, column } of amountOf && later ? placesIn(later) : []) {
      const row = model.lines[line];
      const head = model.columns[column];
      const amount = row && head ? amountOf?.(row, head) : null;
      if (amount != null) found.push(oere(amount));
    }
    return found;
  }, [model, later, amountOf]);
  if (amounts.length === 0) return null;
  const sum = formatAmount(addAmounts(amounts), "kr", language);
  return (
    <span className={css.sums}>
      <span>
        {t`Count`} <b>{amounts.length}</b>
      </span>
      <span>
        {t`Sum`} <b>{t`DKK ${sum}`}</b>
      </span>
    </span>
  );
}
