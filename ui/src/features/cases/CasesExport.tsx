import { useLingui } from "@lingui/react/macro";
import type { PaperOf } from "../../ipc";
import { DateField } from "../../parts/DateField";
import { ExportMenu } from "../../parts/export/ExportMenu";
import type { Paper } from "../../parts/export/types";
import { useCommittees } from "../../parts/export/useCommittees";
import { OptionalSelect } from "../../parts/OptionalSelect";
import { Select } from "../../parts/Select";

type Of<Kind extends PaperOf["kind"]> = Extract<PaperOf, { kind: Kind }>;

/** The papers about what is put to the committees: what was decided, and what has happened since a meeting. */
export function CasesExport({ committeeId }: { committeeId: number | null }) {
  const committees = useCommittees();
  const first = committeeId ?? Number(committees[0]?.value ?? 0);
  const papers: Paper[] = [
    {
      of: { kind: "portfolio", committee_id: committeeId },
      options: (of, choose) => of.kind === "portfolio" && <Portfolio of={of} choose={choose} />,
    },
  ];
  if (first > 0)
    papers.push({
      of: { kind: "status", committee_id: first, since: null },
      options: (of, choose) => of.kind === "status" && <Status of={of} choose={choose} />,
    });
  return <ExportMenu papers={papers} />;
}

function Portfolio({ of, choose }: { of: Of<"portfolio">; choose: (of: PaperOf) => void }) {
  const { t } = useLingui();
  return (
    <OptionalSelect
      label={t`Committee`}
      labelAbove
      none={t({ message: "All", context: "committees" })}
      value={of.committee_id === null ? null : String(of.committee_id)}
      options={useCommittees()}
      onChange={(id) => choose({ ...of, committee_id: id === null ? null : Number(id) })}
    />
  );
}

function Status({ of, choose }: { of: Of<"status">; choose: (of: PaperOf) => void }) {
  const { t } = useLingui();
  return (
    <>
      <Select
        label={t`Committee`}
        labelAbove
        value={String(of.committee_id)}
        options={useCommittees()}
        onChange={(id) => choose({ ...of, committee_id: Number(id) })}
      />
      <DateField
        label={t`What has happened since`}
        value={of.since}
        onChange={(since) => choose({ ...of, since })}
        description={t`Empty is since the committee's last meeting.`}
      />
    </>
  );
}
