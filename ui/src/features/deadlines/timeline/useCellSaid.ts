import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { useSession } from "../../../app/session";
import { formatDate, formatWeekday, formatWorkingDays, useWord } from "../../../format";
import type { DeadlineItem } from "../../../ipc";
import { isoOf } from "../../../parts/calendar/days";
import { useDayTime } from "../../../parts/days/DayTime";
import { useDayName } from "../../../parts/days/looks";
import { formatKnown, formatKnownDay, isCounted } from "../../../parts/days/when";
import { useMeetingWords } from "../month/useMeetingWords";
import type { Cell } from "./cells";
import type { Row } from "./rows";

/** How many days of a joined mark are read out. */
const SAID = 4;

/** What a bar or mark is, in words, with its dates. */
export function useCellSaid(): (row: Row, cell: Cell) => string {
  const { t } = useLingui();
  const { language } = useSession();
  const name = useDayName();
  const time = useDayTime();
  const word = useWord();
  const { names, facts } = useMeetingWords();
  return useCallback(
    (row, cell) => {
      const [from, to] = [formatDate(isoOf(cell.from), language, "long"), formatDate(isoOf(cell.to), language, "long")];
      if (cell.key === "work") return t`Work on the application, ${from} to the deadline ${to}`;
      if (cell.key === "project")
        return row.bar?.exact ? t`Project, ${from} to ${to}` : t`Project, about ${from} to ${to}: not known to the day`;
      if (cell.meetings.length > 0) {
        const day = (iso: string) => `${formatWeekday(iso, language, "long")} ${formatDate(iso, language, "long")}`;
        const [only] = cell.meetings;
        if (cell.meetings.length === 1 && only) return [names([only]), day(only.on), ...facts(only)].join(", ");
        const held = plural(cell.meetings.length, { one: "# committee meeting", other: "# committee meetings" });
        const some = cell.meetings
          .slice(0, SAID)
          .map((one) => `${names([one])} ${formatDate(one.on, language, "long")}`);
        return t`${held}, ${from} to ${to}: ${some.join("; ")}`;
      }
      const flagged = ({ flags }: DeadlineItem) => flags.map(({ flag }) => word("flag", flag));
      const whole = (item: DeadlineItem) =>
        [
          name(item),
          formatKnownDay(item, language, "long"),
          time(item),
          item.detail,
          item.doneOn
            ? t({ message: "done", context: "deadline" })
            : isCounted(item) && formatWorkingDays(item.days, item.workingDays, language),
          ...flagged(item),
        ]
          .filter(Boolean)
          .join(", ");
      const [first] = cell.items;
      if (cell.items.length === 1 && first) return whole(first);
      const count = plural(cell.items.length, { one: "# deadline", other: "# deadlines" });
      const each = cell.items.slice(0, SAID).map((item) => `${name(item)} ${formatKnown(item, language, "long")}`);
      return t`${count}, ${from} to ${to}: ${each.join("; ")}`;
    },
    [t, language, name, time, word, names, facts],
  );
}
