import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSession } from "../../app/session";
import { commands, type OfficePart, type OfficeView } from "../../ipc";
import { ErrorText } from "../../parts/ErrorText";
import { Heading } from "../../parts/Heading";
import { Departments } from "./Departments";
import { OfOffice } from "./OfOffice";
import { People } from "./People";
import css from "./Settings.module.css";
import { useOfficeChange } from "./useChange";

/** The municipality's departments and people, and the rules it works by. */
export function Organisation() {
  const { t } = useLingui();
  return (
    <OfOffice>
      {(office) => (
        <>
          <Heading level={3}>{t`Departments`}</Heading>
          <Departments office={office} />
          <Heading level={3}>{t`People`}</Heading>
          <People office={office} />
          <Heading level={3}>{t`Rules`}</Heading>
          <Rules office={office} />
        </>
      )}
    </OfOffice>
  );
}

function Rules({ office }: { office: OfficeView }) {
  const { t } = useLingui();
  const { writable } = useSession();
  const change = useOfficeChange();
  const [error, setError] = useState<unknown>(null);
  const set = (approvalBeforeSubmission: boolean) =>
    change((now) => {
      const part: OfficePart = { kind: "rules", row: { ...now.rules, approvalBeforeSubmission } };
      return commands.officeSave(part);
    }).then(() => setError(null), setError);
  return (
    <>
      <label className={css.rule}>
        <input
          type="checkbox"
          checked={office.rules.approvalBeforeSubmission}
          disabled={!writable}
          onChange={(event) => void set(event.target.checked)}
        />
        <span>
          {t`An application must be approved politically before it is sent`}
          <span className={css.more}>
            {t`When it is off, the approval may come after: the program warns, and does not hold the application back.`}
          </span>
        </span>
      </label>
      {error !== null && <ErrorText error={error} />}
    </>
  );
}
