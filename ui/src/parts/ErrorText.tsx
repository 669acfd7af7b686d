import { useLingui } from "@lingui/react/macro";
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
  return { code: "unforeseen", field: null, params: {}, detail: String(error) };
}

export function ErrorText({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t, i18n } = useLingui();
  const failure = asFailure(error);
  return (
    <div className={css.error} role="alert" data-code={failure.code}>
      <Mark tone="bad" filled>
        {errorWords(failure, i18n.locale === "en" ? "en" : "da")}
      </Mark>
      {retry && <Button onClick={retry}>{t`Try again`}</Button>}
    </div>
  );
}
