import { useLingui } from "@lingui/react/macro";
import Archive from "lucide-react/icons/archive";
import BellOff from "lucide-react/icons/bell-off";
import Check from "lucide-react/icons/check";
import { useSession } from "../../app/session";
import { formatDate, useWord } from "../../format";
import type { DeadlineItem, FlagView } from "../../ipc";
import { Mark } from "../Mark";
import css from "./days.module.css";
import { flagLooks } from "./looks";

/** What is to be said of a day: icon and word, with why and what to do as its tooltip. */
export function FlagMark({ flag }: { flag: FlagView }) {
  const word = useWord();
  const { language } = useSession();
  const { tone, Icon } = flagLooks[flag.flag];
  const [why, act] = [flag.reason[language], flag.action[language]];
  return (
    <span className={css.flag} title={[why, act].filter(Boolean).join("\n")}>
      <Mark tone={tone} icon={<Icon size={14} aria-hidden />}>
        {word("flag", flag.flag)}
      </Mark>
    </span>
  );
}

type Stands = Pick<DeadlineItem, "flags" | "doneOn" | "ended" | "asideUntil">;

/** How a day stands: done, put aside or ended, else its flags, the gravest first; `most` of them and how many more. */
export function DayMarks({ item, most = 9 }: { item: Stands; most?: number }) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  if (item.doneOn) {
    const on = formatDate(item.doneOn, language, "short");
    return <Mark tone="ok" icon={<Check size={14} aria-hidden />}>{t`done ${on}`}</Mark>;
  }
  if (item.asideUntil) {
    const until = formatDate(item.asideUntil, language, "short");
    return <Mark tone="soft" icon={<BellOff size={14} aria-hidden />}>{t`put aside until ${until}`}</Mark>;
  }
  if (item.ended) return <Mark tone="soft" icon={<Archive size={14} aria-hidden />}>{t`ended`}</Mark>;
  const rest = item.flags.slice(most);
  return (
    <span className={css.marks}>
      {item.flags.slice(0, most).map((flag) => (
        <FlagMark key={flag.flag} flag={flag} />
      ))}
      {rest.length > 0 && (
        <span className={css.more} title={rest.map(({ flag }) => word("flag", flag)).join(", ")}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}
