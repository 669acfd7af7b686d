import { useLingui } from "@lingui/react/macro";
import { useFileAccess } from "../app/session";
import { CommandError, type Error as CommandFailure, type Language } from "../ipc";
import { words } from "../ipc/words";
import { Button } from "./Button";
import css from "./ErrorText.module.css";
import { Mark } from "./Mark";

/** A refusal in the reader's language: what happened, what was kept, what to do. */
export function errorWords(failure: CommandFailure, language: Language): string {
  const found = words[`error.${failure.code}`] ?? words["error.unforeseen"];
  const sentence = found?.[language === "da" ? 0 : 1] ?? failure.code;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => failure.params[name] ?? whole);
}

/** Whatever was thrown as a failure; what is not the program's own is unforeseen. */
export function asFailure(error: unknown): CommandFailure {
  if (error instanceof CommandError) return error.failure;
  if (typeof error === "object" && error !== null && "code" in error && "params" in error)
    return error as CommandFailure;
  return { code: "unforeseen", field: null, params: {}, detail: String(error) };
}

/** `bare` leaves out ground, mark and announcement, where a notice already has them. */
export function ErrorText({ error, retry, bare = false }: { error: unknown; retry?: () => void; bare?: boolean }) {
  const { t, i18n } = useLingui();
  const failure = asFailure(error);
  // The program's own sentence offers to open a damaged file read-only, which no longer helps where it is.
  const shown = useFileAccess() === "read_only" && failure.code === "file_damaged";
  const sentence = shown
    ? t`This part cannot be read, for the file is damaged. To go on working, restore a backup.`
    : errorWords(failure, i18n.locale === "en" ? "en" : "da");
  if (bare) return <span data-code={failure.code}>{sentence}</span>;
  return (
    <div className={css.error} role="alert" data-code={failure.code}>
      <Mark tone="bad" filled>
        {sentence}
      </Mark>
      {retry && <Button onClick={retry}>{t`Try again`}</Button>}
    </div>
  );
}
