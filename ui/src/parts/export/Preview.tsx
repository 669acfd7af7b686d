import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { PaperPreview } from "../../ipc";
import { ErrorText } from "../ErrorText";
import { Loading } from "../Loading";
import { ReportPreview } from "../report/ReportPreview";
import css from "./Export.module.css";

/** The paper as it will be written, or the names of the files where it is several in one. */
export function Preview({
  preview,
  error,
  retry,
  waits,
}: {
  preview: PaperPreview | undefined;
  error: unknown;
  retry: () => void;
  /** Nothing is shown before the person has said that closed items may be. */
  waits: boolean;
}) {
  const { t } = useLingui();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keys
    <section className={css.preview} aria-label={t`Preview`} tabIndex={0}>
      {error !== null ? (
        <ErrorText error={error} retry={retry} />
      ) : waits ? null : !preview ? (
        <Loading />
      ) : preview.report ? (
        <ReportPreview report={preview.report} level={3} />
      ) : (
        <Files files={preview.files} />
      )}
    </section>
  );
}

function Files({ files }: { files: readonly string[] }) {
  const { t } = useLingui();
  return (
    <div className={css.files}>
      <h3>
        {t`What is in the file`}{" "}
        <span className={css.use}>{plural(files.length, { one: "# file", other: "# files" })}</span>
      </h3>
      <ul>
        {files.map((file) => (
          <li key={file} lang="da">
            {file}
          </li>
        ))}
      </ul>
    </div>
  );
}
