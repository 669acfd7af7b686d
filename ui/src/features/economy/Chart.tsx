import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import { useSession } from "../../app/session";
import type { ExposureView } from "../../ipc";
import { formatAtAGlance, NONE, shares } from "../../money";
import { Heading } from "../../parts/Heading";
import css from "./Economy.module.css";
import { bars, type Segment } from "./measures";
import { useFigures, useYears } from "./useMeasures";

type Look = Segment["look"];

/** Looks in the order of the legend. */
const looks: readonly Look[] = ["granted", "grantPending", "cash", "staff", "ownPending", "missing"];

/** The same figures as lengths, for people who would rather look. The table beside it says all of it, so it is not read out. */
export function Chart({ view }: { view: ExposureView }) {
  const { t } = useLingui();
  const { preferences, language } = useSession();
  const { unit } = useFigures();
  const id = useId();
  const years = useYears(view);
  const drawn = view.total.map(bars);
  const lengthOf = (segments: readonly Segment[]) => segments.reduce((sum, { value }) => sum + value, 0);
  const longest = Math.max(...drawn.flatMap(({ grant, own }) => [lengthOf(grant), lengthOf(own)]));
  const shown = (value: number) => formatAtAGlance(value, preferences.unit, language);
  const names: Record<Look, string> = {
    granted: t`Granted`,
    grantPending: t`Applied for and not answered`,
    cash: t`Own cash`,
    staff: t`Own staff`,
    ownPending: t`Own, if granted`,
    missing: t`Missing`,
  };
  const present = looks.filter((look) =>
    drawn.some((year) => [...year.grant, ...year.own].some((one) => one.look === look)),
  );
  const told = (segments: readonly Segment[]) => {
    const of = (...those: Look[]) => lengthOf(segments.filter(({ look }) => those.includes(look)));
    const firm = of("granted", "cash", "staff");
    const pending = of("grantPending", "ownPending");
    const missing = of("missing");
    const short = shown(missing);
    return (
      <>
        {[firm > 0 && shown(firm), pending > 0 && `+ ${shown(pending)}`].filter(Boolean).join(" ") || NONE}
        {missing > 0 && <span className={css.missing}>{t`missing ${short}`}</span>}
      </>
    );
  };
  const bar = (name: string, segments: readonly Segment[]) => {
    // The share of each of the longest bar there is; the last of them is that bar itself.
    const widths = shares([...segments.map(({ value }) => value), longest]);
    let at = 0;
    return (
      <div className={css.bar}>
        <span className={css.soft}>{name}</span>
        <svg width="100%" height="14" role="presentation">
          {segments.map(({ look, value }, index) => {
            const x = at;
            const width = widths[index] ?? 0;
            at += width;
            return (
              <rect
                key={look}
                x={`${x * 100}%`}
                y="0.5"
                width={`${width * 100}%`}
                height="13"
                fill={`url(#${id}${look})`}
                className={css.rect}
                data-look={look}
              >
                <title>{`${names[look]}: ${shown(value)}`}</title>
              </rect>
            );
          })}
        </svg>
        <span className={css.told}>{told(segments)}</span>
      </div>
    );
  };
  return (
    <section aria-labelledby="chart" className={css.section}>
      <Heading level={2} id="chart" aside={unit("granted")}>
        {t`The same, drawn`}
      </Heading>
      <div aria-hidden className={css.chart}>
        <Patterns id={id} />
        {drawn.map(({ grant, own }, place) => (
          <div key={years[place]?.name} className={css.year}>
            <span className={css.yearName}>{years[place]?.name}</span>
            {bar(t`Grant`, grant)}
            {bar(t`Own`, own)}
          </div>
        ))}
        <ul className={css.legend}>
          {present.map((look) => (
            <li key={look}>
              <svg width="16" height="12" role="presentation">
                <rect
                  x="0.5"
                  y="0.5"
                  width="15"
                  height="11"
                  fill={`url(#${id}${look})`}
                  className={css.rect}
                  data-look={look}
                />
              </svg>
              {names[look]}
            </li>
          ))}
        </ul>
      </div>
      <p className={css.soft}>{t`At the bars: granted or promised + if granted. The table has every figure.`}</p>
    </section>
  );
}

/** What a part is filled with: told apart without colour too. */
function Patterns({ id }: { id: string }) {
  const slanted = (look: Look, colour: string) => (
    <pattern id={id + look} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="2.5" height="6" fill={colour} />
    </pattern>
  );
  const plain = (look: Look, colour: string) => (
    <pattern id={id + look} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={colour} />
    </pattern>
  );
  return (
    <svg width="0" height="0" className={css.patterns} role="presentation">
      <defs>
        {plain("granted", "var(--ok)")}
        {slanted("grantPending", "var(--ok)")}
        {plain("cash", "var(--accent)")}
        <pattern id={`${id}staff`} width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" fill="var(--accent-ground)" />
          <circle cx="2.5" cy="2.5" r="1.5" fill="var(--accent)" />
        </pattern>
        {slanted("ownPending", "var(--accent)")}
        <pattern id={`${id}missing`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill="var(--warn-ground)" />
        </pattern>
      </defs>
    </svg>
  );
}
