import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import { useWord } from "../../format";
import type { PaperFormat } from "../../ipc";
import css from "./Export.module.css";

/** The formats a paper can be written in, each with a word on what it is for. */
export function Formats({
  formats,
  value,
  onChange,
}: {
  formats: readonly PaperFormat[];
  value: PaperFormat;
  onChange: (format: PaperFormat) => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  const name = useId();
  const uses: Record<PaperFormat, string> = {
    docx: t`to be edited, and for the agenda system`,
    pdf: t`to be read and archived; accessible`,
    xlsx: t`to be reckoned with; the sums are formulas`,
    csv: t`the rows alone, for another system`,
    ics: t`for Outlook and other calendars`,
    json: t`everything, for other programs`,
    zip: t`all files in one`,
  };
  return (
    <fieldset className={css.formats}>
      <legend>{t`Format`}</legend>
      {formats.map((format) => (
        <label key={format}>
          <input type="radio" name={name} checked={format === value} onChange={() => onChange(format)} />
          <span>
            {word("paper_format", format)} <span className={css.use}>{uses[format]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
