import { useLingui } from "@lingui/react/macro";
import { formatAmount, oere } from "../../../money";
import { formatHundredths, formatShare, readShare, shareNumber, signOf } from "../../../parts/decimal";
import { type Reading, StepField } from "./StepField";
import { partAt, readFall, type Whole } from "./scenario";

/** By how much something falls: per cent, or an amount or hours of what is planned, which is made per cent of it. */
export function FallField({
  label,
  share,
  whole,
  onChange,
}: {
  label: string;
  share: string;
  /** What is planned in all; null while it is not known. */
  whole: Whole | null;
  onChange: (share: string) => void;
}) {
  const { t, i18n } = useLingui();
  const language = i18n.locale === "en" ? "en" : "da";
  const known = whole !== null && signOf(whole.plan) > 0 ? whole : null;
  const figure = (text: string) =>
    known?.in === "hours" ? formatHundredths(text, language) : formatAmount(oere(text), "kr", language);
  const words = (): Pick<Reading, "refusal" | "about"> => {
    if (known === null) return { refusal: t`Write per cent from 0 to 100, such as 10 %.`, about: "" };
    const [most, part, per] = [figure(known.plan), figure(partAt(share, known)), formatShare(share, language)];
    if (known.in === "hours")
      return {
        refusal: t`Write per cent from 0 to 100, such as 10 %, or up to ${most} hours with the word: 100 hours.`,
        about: share === "0" ? t`per cent or hours` : t`${per} per cent: ${part} of ${most} hours`,
      };
    return {
      refusal: t`Write per cent from 0 to 100, such as 10 %, or up to DKK ${most} with kr. after it: 1,000 kr.`,
      about: share === "0" ? t`per cent or kr.` : t`${per} per cent: ${part} of DKK ${most}`,
    };
  };
  return (
    <StepField
      label={label}
      unit={t`per cent`}
      value={shareNumber(share)}
      most={100}
      step={5}
      leap={25}
      decimals={4}
      reading={{
        read: (text) => {
          const found = readFall(text, known, language);
          return found === null ? null : shareNumber(found);
        },
        ...words(),
      }}
      onChange={(per) => onChange(readShare(String(per), "en") ?? "0")}
    />
  );
}
