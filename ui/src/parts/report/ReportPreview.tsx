import { useLingui } from "@lingui/react/macro";
import Lock from "lucide-react/icons/lock";
import Stamp from "lucide-react/icons/stamp";
import { memo, useMemo } from "react";
import { formatDateTime } from "../../format";
import type { FigureChange, Report } from "../../ipc";
import { Mark } from "../Mark";
import { Blocks } from "./Blocks";
import { type Drawn, DrawnProvider } from "./context";
import { each } from "./each";
import css from "./Report.module.css";

const none: readonly FigureChange[] = [];

type Props = {
  report: Report;
  /**
   * Figures that have changed since their text was accepted: marked where they stand, with what they said; in a paper that is handed
   * in, with what they say now.
   */
  changed?: readonly FigureChange[];
  /** Only these of its sections, from 0; all unless told. */
  onlySections?: readonly number[];
  /** Which level of heading the paper's title becomes; 2 unless told. */
  level?: number;
};

/** A paper as it will be written, whatever the format. Each heading carries `data-heading`, each figure `data-figure`. */
export const ReportPreview = memo(function ReportPreview({ report, changed = none, onlySections, level = 2 }: Props) {
  const { t, i18n } = useLingui();
  const screen = i18n.locale === "en" ? "en" : "da";
  const { language, handedIn, closed, title } = report;
  const drawn = useMemo<Drawn>(
    () => ({
      language,
      screen,
      level,
      handedIn: handedIn !== null,
      changed: new Map(changed.map((one) => [one.code, one])),
    }),
    [language, screen, level, handedIn, changed],
  );
  const sections = report.sections.filter((_, at) => !onlySections || onlySections.includes(at));
  return (
    <DrawnProvider value={drawn}>
      <article className={css.report} lang={language} aria-label={title}>
        {each(sections, (section, at) => (
          <div className={css.sheet} data-landscape={section.landscape || undefined}>
            {at === 0 && (closed || handedIn) && (
              <p className={css.stamps} lang={screen}>
                {closed && (
                  <Mark tone="bad" icon={<Lock size={13} aria-hidden />}>
                    {t`Closed item: not for the public`}
                  </Mark>
                )}
                {handedIn && (
                  <Mark tone="plain" icon={<Stamp size={13} aria-hidden />}>
                    {t`Handed in ${formatDateTime(handedIn.at, screen)} by ${handedIn.by}, copy ${handedIn.number}`}
                  </Mark>
                )}
              </p>
            )}
            {section.landscape && (
              <p className={css.lies} lang={screen}>
                {t`Pages on their side`}
              </p>
            )}
            <Blocks blocks={section.blocks} />
          </div>
        ))}
      </article>
    </DrawnProvider>
  );
});
