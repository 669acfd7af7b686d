import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useWord } from "../../format";
import type { ExposureView } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { Mark } from "../../parts/Mark";
import { hostOf, Source } from "../../parts/pool/Sources";
import css from "./Economy.module.css";
import { useFilter } from "./filter";
import { measures, sumOf } from "./measures";

/** Years after the first that are shown at most. */
const MOST = 29;

/** What a reader must know before the figures: what is not in them, what they are converted by, and what ends undecided. */
export function Notices({ view }: { view: ExposureView }) {
  const { t } = useLingui();
  const { set } = useFilter();
  const { withoutBudget, notAllotted, ends, applications, total, years, firstHeld, lastHeld } = view;
  const undecided = ends.filter((one) => !one.embeddingDecided).length;
  const shown = years.filter((year) => year > 0);
  const allotted = total.filter(({ year }) => year > 0);
  const empty = applications > 0 && measures.every((measure) => sumOf(allotted, measure) === 0);
  const from = shown[0] ?? "";
  const to = shown.at(-1) ?? "";
  const whole = notAllotted.map((one) => one.title).join("; ");
  return (
    <>
      <Converted view={view} />
      {empty && (
        <div className={css.elsewhere}>
          <Mark tone="info" filled>
            {t`No budget has amounts in ${from}–${to}.`}
          </Mark>
          {firstHeld !== null && lastHeld !== null && (
            <Button onClick={() => set({ from: firstHeld, to: Math.min(lastHeld, firstHeld + MOST) })}>
              {t`Show ${firstHeld}–${lastHeld}`}
            </Button>
          )}
        </div>
      )}
      {(withoutBudget.length > 0 || undecided > 0 || whole !== "") && (
        <ul className={css.notes}>
          {whole !== "" && (
            <li>
              <Mark tone="info">
                <Trans>
                  Not allotted to years and not in the figures, for the project has years besides those shown:{" "}
                  <DanishText>{whole}</DanishText>
                </Trans>
              </Mark>
            </li>
          )}
          {withoutBudget.length > 0 && (
            <li>
              <Jump to="without-budget">
                <Plural
                  value={withoutBudget.length}
                  one="# application has no budget and is not in the figures"
                  other="# applications have no budget and are not in the figures"
                />
              </Jump>
            </li>
          )}
          {undecided > 0 && (
            <li>
              <Jump to="ends">
                <Plural
                  value={undecided}
                  one="# ends within 18 months and its embedding is not decided"
                  other="# end within 18 months and their embedding is not decided"
                />
              </Jump>
            </li>
          )}
        </ul>
      )}
    </>
  );
}

function Jump({ to, children }: { to: string; children: React.ReactNode }) {
  return (
    <button type="button" className={css.jump} onClick={() => document.getElementById(to)?.focus()}>
      <Mark tone="warn">{children}</Mark>
    </button>
  );
}

/** The figures are in the prices of another year: by which index, and the way back. */
function Converted({ view }: { view: ExposureView }) {
  const { t } = useLingui();
  const word = useWord();
  const { set } = useFilter();
  const { priceLevel, notConverted, priceIndex } = view;
  if (priceLevel === null) return null;
  const without = notConverted.filter((year) => year > 0).join(", ");
  const { vintage, source } = priceIndex;
  return (
    <div className={css.converted}>
      <Mark tone="warn" filled>
        <span className={css.facts}>
          <span>
            <Trans>
              <strong>Converted to {priceLevel} prices</strong>, for comparison only. What is granted is in running
              prices.
            </Trans>
          </span>
          <span>{word("reference", "price_index")}</span>
          <span>{t`ed. ${vintage}`}</span>
          <span>
            <Trans>
              source <Source address={source} name={hostOf(source)} />
            </Trans>
          </span>
          {without && <span>{t`The index does not reach ${without}: those years are as granted.`}</span>}
          {notConverted.includes(0) && <span>{t`What is not allotted to years is as granted.`}</span>}
        </span>
      </Mark>
      <Button onClick={() => set({ prices: undefined })}>{t`Back to running prices`}</Button>
    </div>
  );
}
