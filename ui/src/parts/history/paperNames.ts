import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";

type Names = Readonly<Record<string, string>>;

/** What a person calls the tables of papers and their forms, and their columns; `own` where a column means another thing elsewhere. */
export function usePaperNames(): { tables: Names; fields: Names; own: Names } {
  const { t } = useLingui();
  return useMemo(
    () => ({
      tables: {
        paper_form: t`Paper form`,
        paper_form_part: t`Part of a paper form`,
        case_text: t`Text of the paper`,
        case_appendix: t`Appendix`,
        case_appendix_pool: t`Pool of the appendix`,
        paper_copy: t`Copy handed in`,
      },
      fields: {
        form: t`Paper form`,
        accepted_on: t`Accepted on`,
        withdrawn_on: t`Taken back on`,
        columns: t`Columns`,
        label_pattern: t`Above the title`,
        title_pattern: t`Pattern of the title`,
        intro: t`Before the points`,
        point_prefix: t`Before each point`,
        number_single: t`A single point is numbered`,
        decision_pattern: t`Above the decision`,
        template_name: t`Template`,
        heading: t`Heading`,
        content: t`What stands there`,
        phrase: t`What always stands there`,
      },
      own: {
        "case_appendix.kind": t`Kind of appendix`,
      },
    }),
    [t],
  );
}
