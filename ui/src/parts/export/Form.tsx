import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { useSession } from "../../app/session";
import type { Language, PaperAsked, PaperFormat, PaperPreview, Text } from "../../ipc";
import { Button } from "../Button";
import { DateField } from "../DateField";
import { ErrorText } from "../ErrorText";
import { Mark } from "../Mark";
import { Select } from "../Select";
import { TextField } from "../TextField";
import css from "./Export.module.css";
import { Formats } from "./Formats";
import { inFormat, nameOf } from "./place";
import type { Options } from "./types";
import type { Writing } from "./useWriting";

type Props = {
  asked: PaperAsked;
  change: (patch: Partial<PaperAsked>) => void;
  options: Options | undefined;
  /** Whether its headings can be in either language. */
  translated: boolean;
  preview: PaperPreview | undefined;
  /** A closed item, which nobody has said may stand in it. */
  needsClosed: boolean;
  format: PaperFormat | undefined;
  /** `earlier` gives a path the ending of the format. */
  onFormat: (format: PaperFormat, earlier: (path: string) => string) => void;
  path: string;
  onPath: (path: string) => void;
  onPick: () => void;
  writing: Writing;
};

/** What is chosen of a paper: which rows, format, day, language, and where it is written. */
export function Form({ asked, change, options, translated, preview, needsClosed, format, ...file }: Props) {
  const { t } = useLingui();
  const { path, onPath, onPick, onFormat, writing } = file;
  const report = preview?.report ?? null;
  const fixed = report?.handedIn != null;
  const field = useRef<HTMLInputElement>(null);
  const ready = format !== undefined;
  useEffect(() => {
    // Once there is something to choose the first of it has the keyboard. It is seen to here and not where the dialog is
    // asked for: the dialog's own frame may come later than the paper.
    const form = field.current?.form;
    if (!ready || !form || form.contains(document.activeElement)) return;
    form.querySelector<HTMLElement>("input:checked, input, button")?.focus();
  }, [ready]);
  const { failure } = writing;
  // A template is chosen in the settings; nothing typed here mends it.
  const ofTemplate = failure?.code.startsWith("template_") ?? false;
  const refused = failure !== null && !ofTemplate;
  useEffect(() => {
    // What is to be mended is where the file is written; what is wrong with it is read out with the field.
    if (refused) field.current?.focus();
  }, [refused]);
  return (
    <>
      {options?.(asked.of, (of) => change({ of }))}
      {preview && format && preview.formats.length > 1 && (
        <Formats
          formats={preview.formats}
          value={format}
          onChange={(next) => onFormat(next, (now) => inFormat(now, format, next))}
        />
      )}
      {!fixed && (
        <DateField
          label={t`Seen from`}
          value={asked.asOf}
          onChange={(asOf) => change({ asOf })}
          description={
            asked.of.kind === "pack"
              ? t`Empty is the day of the meeting, once it is over; else today.`
              : t`Empty is today.`
          }
        />
      )}
      {translated && (
        <Select<Language>
          label={t`Language of the headings`}
          labelAbove
          value={asked.language}
          options={[
            { value: "da", label: t`Danish` },
            { value: "en", label: t`English` },
          ]}
          onChange={(language) => change({ language })}
        />
      )}
      <Closed asked={asked} change={change} preview={preview} needsClosed={needsClosed} />
      <Remarks remarks={preview?.remarks ?? []} />
      <div className={css.path}>
        <TextField
          ref={field}
          label={t`File`}
          value={path}
          onChange={onPath}
          readOnly={writing.busy}
          placeholder={preview && format ? `${preview.fileName}.${format}` : undefined}
          description={path === "" ? t`Type the whole path, or choose it.` : undefined}
          error={refused ? <ErrorText error={failure} bare /> : undefined}
        />
        <Button disabled={!preview || writing.busy} onClick={onPick}>{t`Choose …`}</Button>
      </div>
      {ofTemplate && <ErrorText error={failure} />}
      {failure?.code === "file_in_use" && <OtherName writing={writing} />}
    </>
  );
}

/** What the paper does not say and whoever writes it should know. */
function Remarks({ remarks }: { remarks: readonly Text[] }) {
  const { language } = useSession();
  if (remarks.length === 0) return null;
  return (
    <div className={css.remarks}>
      <p>
        {plural(remarks.length, {
          one: "# thing to know before it is handed on:",
          other: "# things to know before it is handed on:",
        })}
      </p>
      <ul className={css.remarks}>
        {remarks.map((remark) => (
          <li key={remark.da}>
            <Mark tone="warn">{remark[language]}</Mark>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Closed items stay out until a person takes them in, and then it is said what that means. */
function Closed({ asked, change, preview, needsClosed }: Pick<Props, "asked" | "change" | "preview" | "needsClosed">) {
  const { t } = useLingui();
  const left = preview?.leftOut ?? 0;
  if (!needsClosed && !asked.closed && left === 0) return null;
  return (
    <div className={css.closed}>
      {needsClosed && <p>{t`The case is a closed item. It is not written to a file before you say that it may be.`}</p>}
      {left > 0 && <p>{plural(left, { one: "# closed item is left out.", other: "# closed items are left out." })}</p>}
      <label className={css.check}>
        <input
          type="checkbox"
          checked={asked.closed}
          onChange={(event) => change({ closed: event.currentTarget.checked })}
        />
        {t`Include closed items`}
      </label>
      {asked.closed && (
        <Mark tone="warn" filled>
          {t`The file must not be published or sent to anyone who may not read closed items.`}
        </Mark>
      )}
    </div>
  );
}

/** A file another program has open: the same under a name that is free. */
function OtherName({ writing }: { writing: Writing }) {
  const { t } = useLingui();
  const other = writing.failure?.params.other;
  if (!other) return null;
  const name = nameOf(other);
  return (
    <div>
      <Button onClick={() => void writing.write(other, false)}>{t`Save as ${name}`}</Button>
    </div>
  );
}
