import { useLingui } from "@lingui/react/macro";
import FolderOpen from "lucide-react/icons/folder-open";
import { useState } from "react";
import { useWord } from "../../format";
import { commands, type IntakeField, type IntakeTarget } from "../../ipc";
import { Button } from "../../parts/Button";
import { ErrorText } from "../../parts/ErrorText";
import { Select } from "../../parts/Select";
import { TextField } from "../../parts/TextField";
import css from "./intake.module.css";

/** What a sheet often has a column for; named so that one knows what is looked for. */
const usual: Readonly<Record<IntakeTarget, readonly IntakeField[]>> = {
  applications: ["title", "funder", "pool", "stage", "owner", "department", "committee", "requested", "awarded"],
  pools: ["title", "funder", "initiative", "amount", "applicants", "published", "deadline", "stance"],
};

/** Which file is read, and as what. */
export function Source({
  path,
  target,
  error,
  busy,
  onTarget,
  onRead,
}: {
  path: string;
  target: IntakeTarget;
  /** Why the file could not be read. */
  error: unknown;
  busy: boolean;
  onTarget: (target: IntakeTarget) => void;
  onRead: (path: string) => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  const [typed, setTyped] = useState(path);
  const [refused, setRefused] = useState<unknown>(null);
  const pick = async () => {
    setRefused(null);
    try {
      const picked = await commands.intakePick();
      if (picked === null) return;
      setTyped(picked);
      onRead(picked);
    } catch (problem) {
      setRefused(problem);
    }
  };
  const names = usual[target].map((field) => word("intake_field", field)).join(", ");
  const problem = refused ?? error;
  return (
    <form
      className={css.source}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== "") onRead(typed.trim());
      }}
    >
      <p className={css.about}>
        {t`Read in the list of pools or applications the office has today, from Excel (.xlsx) or a .csv file. First you see row by row what is understood; nothing is kept until you say so, and everything read in is undone in one step.`}
      </p>
      <Select<IntakeTarget>
        label={t`The rows are`}
        labelAbove
        value={target}
        options={(["applications", "pools"] as const).map((value) => ({ value, label: word("intake_target", value) }))}
        onChange={onTarget}
      />
      <p
        className={css.about}
      >{t`The first row has the headings. Columns are found by their names, for example: ${names}.`}</p>
      <Button tone="primary" icon={<FolderOpen size={15} aria-hidden />} disabled={busy} onClick={() => void pick()}>
        {t`Choose in the file dialog …`}
      </Button>
      <div className={css.path}>
        <TextField label={t`Or the path of the file`} value={typed} onChange={setTyped} />
        <Button type="submit" disabled={busy || typed.trim() === ""}>{t`Show what is in it`}</Button>
      </div>
      {problem != null && <ErrorText error={problem} />}
    </form>
  );
}
