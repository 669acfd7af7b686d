import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import { formatDate } from "../../format";
import type { Period } from "./shown";

const ahead = [null, 7, 30, 90, 365] as const;

/** The periods there are to choose, and how the chosen one is called. */
export function usePeriods() {
  const { t } = useLingui();
  const { language } = useSession();
  const say = (within: number | null) =>
    within === null ? t`All days` : plural(within, { one: "To # day ahead", other: "To # days ahead" });
  const day = (iso: string | null) => (iso ? formatDate(iso, language, "short") : "");
  const named = ({ within, from, to }: Period) => {
    if (from === null && to === null) return say(within);
    const [first, last] = [day(from), day(to)];
    if (first && last) return `${first} – ${last}`;
    return first ? t`from ${first}` : t`until ${last}`;
  };
  return { ahead: ahead.map((within) => ({ within, label: say(within) })), named };
}
