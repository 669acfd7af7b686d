import { useLingui } from "@lingui/react/macro";
import Check from "lucide-react/icons/check";
import Clock from "lucide-react/icons/clock";
import { useSession } from "../../../app/session";
import { formatDays } from "../../../format";
import { Mark } from "../../../parts/Mark";
import { useShown } from "./shown";

const soon = 14;

/** Calendar days from one day to another; negative when it is past. */
export const daysTo = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);

/** By when something must be done and how long there is, or when it was. */
export function Due({ asOf, due, done }: { asOf: string; due: string | null; done: string | null }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { day } = useShown();
  if (done) {
    const on = day(done);
    return (
      <Mark tone="ok" icon={<Check size={14} aria-hidden />}>
        {t`done ${on}`}
      </Mark>
    );
  }
  if (due === null) return t`open, no day set`;
  const days = daysTo(asOf, due);
  const text = `${day(due)}, ${formatDays(days, language)}`;
  if (days < 0) return <Mark tone="bad">{text}</Mark>;
  return (
    <Mark tone={days <= soon ? "warn" : "plain"} icon={<Clock size={14} aria-hidden />}>
      {text}
    </Mark>
  );
}
