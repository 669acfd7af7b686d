import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { OpenMode } from "../ipc";
import { Button } from "../parts/Button";
import { ErrorText } from "../parts/ErrorText";
import { useFiles } from "./files";

/** What a person can do about a file that is not open for writing, one button each. */
export function Choices({
  path,
  choices,
  primary = false,
}: {
  path: string;
  choices: readonly OpenMode[];
  primary?: boolean;
}) {
  const { t } = useLingui();
  const { open } = useFiles();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const names: Record<OpenMode, string> = {
    write: t`Try to open it for writing`,
    read_only: t`Open it read-only`,
    copy_here: t`Copy it to this computer and open the copy`,
  };
  const attempt = async (mode: OpenMode) => {
    setBusy(true);
    setError(null);
    try {
      await open(path, mode);
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  };
  return (
    <>
      {choices.map((mode, index) => (
        <Button
          key={mode}
          tone={primary && index === 0 ? "primary" : "plain"}
          disabled={busy}
          onClick={() => void attempt(mode)}
        >
          {names[mode]}
        </Button>
      ))}
      {error !== null && <ErrorText error={error} />}
    </>
  );
}
