import { useLingui } from "@lingui/react/macro";
import Pin from "lucide-react/icons/pin";
import { useMemo } from "react";
import { useSession } from "../../../app/session";
import { formatDays, formatWorkingDays, isoWeek, useWord } from "../../../format";
import lines from "../../../grid/lines.module.css";
import type { Column, Copied } from "../../../grid/types";
import type { DeadlineItem } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { useDayTime } from "../../../parts/days/DayTime";
import { DayMarks } from "../../../parts/days/FlagMark";
import { kindIcons, useDayName } from "../../../parts/days/looks";
import { formatKnownDay, isCounted } from "../../../parts/days/when";
import type { Line, Names } from "../shown";
import type { ColumnKey } from "./columns";
import css from "./list.module.css";

type Said = { text: string; more?: string };
type Texts = Readonly<Record<ColumnKey, (item: DeadlineItem) => Said>>;

/** What each column says of a day, on one line and, softer, on a second. */
function useTexts(names: Names): Texts {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const name = useDayName();
  const time = useDayTime();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `time` is made of `t`
  return useMemo(
    () => ({
      day: (item) => {
        const { week } = isoWeek(item.on);
        return {
          text: formatKnownDay(item, language, "short"),
          more: item.partial === null ? t`week ${week}` : t`day not stated`,
        };
      },
      time: (item) => ({ text: time(item) }),
      kind: (item) => ({ text: name(item) }),
      title: ({ title, detail }) => ({ text: title, more: detail || undefined }),
      detail: ({ detail }) => ({ text: detail }),
      person: ({ personId }) => ({ text: (personId !== null && names.person.get(personId)) || "" }),
      committees: ({ committeeIds }) => ({ text: committeeIds.map((id) => names.committee.get(id) ?? "").join(", ") }),
      left: ({ days, workingDays, partial }) => {
        if (!isCounted({ days, partial })) return { text: "" };
        const text = formatWorkingDays(days, workingDays, language);
        const calendar = formatDays(days, language);
        // What is years away takes both lines for itself.
        return { text, more: calendar === text || Math.abs(workingDays) > 999 ? undefined : calendar };
      },
      flags: ({ flags, waitingFor }) => ({
        text: flags.map(({ flag }) => word("flag", flag)).join(", "),
        // Two flags take both lines; who it waits on is then their tooltip.
        more: waitingFor && flags.length < 2 ? t`awaits ${waitingFor}` : undefined,
      }),
      origin: ({ origin, source }) => ({
        text: word("deadline_origin", origin),
        more: source?.[language] || undefined,
      }),
    }),
    [language, word, name, names, t],
  );
}

/** Words a person wrote: Danish in both languages. */
const danish: ReadonlySet<string> = new Set(["title", "detail", "committees"]);

/** How a day is drawn and copied. `detailed` tells that a column of its own says what the day is about. */
export function useCells(lineOf: ReadonlyMap<number, Line>, names: Names, detailed: boolean) {
  const texts = useTexts(names);
  return useMemo(() => {
    const said = (line: Line, key: ColumnKey): Said => {
      const { text, more } = texts[key](line.item);
      return key === "title" && detailed ? { text } : { text, ...(more ? { more } : {}) };
    };
    const first = (line: Line, key: ColumnKey, text: string) => {
      const { item } = line;
      if (key === "flags") return <DayMarks item={item} most={2} />;
      if (key === "kind") {
        const Icon = kindIcons[item.kind];
        return (
          <span className={css.kind}>
            <Icon size={14} aria-hidden />
            <span>{text}</span>
          </span>
        );
      }
      if (key === "day" && item.origin === "pinned")
        return (
          <>
            {text} <Pin size={12} role="img" aria-label={texts.origin(item).text} />
          </>
        );
      return danish.has(key) ? <DanishText>{text}</DanishText> : text;
    };
    const cell = (id: number, column: Column) => {
      const line = lineOf.get(id);
      if (!line) return null;
      const key = column.key as ColumnKey;
      const { text, more } = said(line, key);
      // The rule a day follows from is its tooltip: it is too long for a cell.
      const below = key === "origin" ? undefined : more;
      if (key === "flags" && !below)
        return (
          <span className={css.flags}>
            <DayMarks item={line.item} most={2} />
          </span>
        );
      const hint = key === "flags" ? undefined : [text, more].filter(Boolean).join(" · ");
      return (
        <span className={lines.two} title={hint} data-over={line.over || undefined} data-key={key}>
          <span className={lines.first} data-alone={below ? undefined : true}>
            {first(line, key, text)}
          </span>
          {below && <span className={lines.more}>{key === "title" ? <DanishText>{below}</DanishText> : below}</span>}
        </span>
      );
    };
    const copied = (id: number, column: Column): Copied => {
      const line = lineOf.get(id);
      if (!line) return { text: "" };
      const key = column.key as ColumnKey;
      const { text, more } = said(line, key);
      return { text: key === "day" || key === "left" ? text : [text, more].filter(Boolean).join(" · ") };
    };
    return { cell, copied };
  }, [lineOf, texts, detailed]);
}
