import { useLingui } from "@lingui/react/macro";
import Lock from "lucide-react/icons/lock";
import Stamp from "lucide-react/icons/stamp";
import { memo, useMemo } from "react";
import { formatDateTime } from "../../format";
import type { Block, FigureChange, HandedIn, Report } from "../../ipc";
import { Mark } from "../Mark";
import { Blocks } from "./Blocks";
import { type Drawn, DrawnProvider } from "./context";
import { each } from "./each";
import css from "./Report.module.css";

const none: readonly FigureChange[] = [];

type Props = {
  report: Report;
  /**
   * Figures that have changed since their text was accepted, by the heading they stand under, '' for none: marked where they stand,
   * with what they said. In a paper that is handed in one list of all, marked with what they say now.
   */
  changed?: readonly FigureChange[] | ReadonlyMap<string, readonly FigureChange[]>;
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
  const drawnUnder = useMemo(
    () =>
      (heading: string): Drawn => {
        const here = "get" in changed ? (changed.get(heading) ?? none) : changed;
        const codes = new Map(here.map((one) => [one.code, one]));
        return { language, screen, level, handedIn: handedIn !== null, changed: codes };
      },
    [language, screen, level, handedIn, changed],
  );
  const handedInMark = ({ at, by, number }: HandedIn) => {
    const on = formatDateTime(at, screen);
    return by ? t`Handed in ${on} by ${by}, copy ${number}` : t`Handed in ${on}, copy ${number}`;
  };
  const sections = report.sections.filter((_, at) => !onlySections || onlySections.includes(at));
  return (
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
                  {handedInMark(handedIn)}
                </Mark>
              )}
            </p>
          )}
          {section.landscape && (
            <p className={css.lies} lang={screen}>
              {t`Pages on their side`}
            </p>
          )}
          {each(parted(section.blocks), ({ heading, blocks }) => (
            <DrawnProvider value={drawnUnder(heading)}>
              <Blocks blocks={blocks} />
            </DrawnProvider>
          ))}
        </div>
      ))}
    </article>
  );
});

/** The blocks under each heading of the paper's parts, the heading among them. */
function parted(blocks: readonly Block[]): { heading: string; blocks: Block[] }[] {
  const parts: { heading: string; blocks: Block[] }[] = [{ heading: "", blocks: [] }];
  for (const block of blocks) {
    if (block.block === "heading" && block.level === 2) parts.push({ heading: block.text, blocks: [] });
    parts.at(-1)?.blocks.push(block);
  }
  return parts;
}
