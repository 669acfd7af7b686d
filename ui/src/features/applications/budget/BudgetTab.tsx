import { useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { useAsOf } from "../../../app/asOf";
import { useSession } from "../../../app/session";
import { formatPartialDate } from "../../../format";
import type { BudgetSheet, BudgetView } from "../../../ipc";
import { ErrorText } from "../../../parts/ErrorText";
import { Loading } from "../../../parts/Loading";
import type { TabProps } from "../page/part";
import { Begin } from "./Begin";
import { useBudget } from "./useBudget";
import { Workspace } from "./Workspace";

/** The budget of an application: what it costs, who pays, year by year, in versions. */
export default function BudgetTab({ view: application, editable }: TabProps) {
  const { query, budgeting } = useBudget(application.application.id);
  const why = useReadOnly();
  const begun = useRef(false);
  if (query.isError && !query.data) return <ErrorText error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const view = query.data;
  const { sheet } = view;
  begun.current ||= !sheet;
  if (!sheet) return <Begin view={view} editable={editable} budgeting={budgeting} />;
  return (
    <Workspace
      view={view}
      sheet={sheet}
      documents={application.documents}
      editable={editable}
      readOnly={why(sheet, view)}
      begun={begun.current}
      budgeting={budgeting}
    />
  );
}

/** Why nothing of a version can be changed; nothing where it can. */
function useReadOnly(): (sheet: BudgetSheet, view: BudgetView) => string | undefined {
  const { t } = useLingui();
  const { language, session } = useSession();
  const asOf = useAsOf();
  return ({ budget }) => {
    if (asOf !== null) return t`The window stands on another day. Go back to today to change the budget.`;
    if (session.file.access !== "write") return t`The file is open read-only.`;
    if (!budget.inForce) return undefined;
    const on = budget.inForceOn && formatPartialDate(budget.inForceOn, language);
    return on
      ? t`This version took effect ${on} and stays as it is. Begin an amendment to change the budget.`
      : t`This version has taken effect and stays as it is. Begin an amendment to change the budget.`;
  };
}
