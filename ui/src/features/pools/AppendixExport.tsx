import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useWord } from "../../format";
import type { AppendixColumn, PaperOf } from "../../ipc";
import { ExportButton } from "../../parts/export/ExportButton";
import { useCommittees } from "../../parts/export/useCommittees";
import { OptionalSelect } from "../../parts/OptionalSelect";
import { OrderedChoice } from "../../parts/OrderedChoice";
import panels from "../../parts/panels.module.css";

type Of = Extract<PaperOf, { kind: "appendix" }>;

const usual: readonly AppendixColumn[] = ["initiative", "amounts", "description"];
const all: readonly AppendixColumn[] = [...usual, "total", "applicants", "deadline", "share", "stance"];

/** The pools that can be applied for as an appendix to a committee's paper: the selected ones, else those that are assessed. */
export function AppendixExport({ pools }: { pools: readonly number[] }) {
  return (
    <ExportButton
      of={{ kind: "appendix", id: null, committee_id: null, columns: [], pools: [...pools] }}
      options={(of, choose) => of.kind === "appendix" && <Which of={of} choose={choose} />}
    />
  );
}

function Which({ of, choose }: { of: Of; choose: (of: PaperOf) => void }) {
  const { t } = useLingui();
  const word = useWord();
  const chosen = of.columns.length > 0 ? of.columns : usual;
  const names = Object.fromEntries(all.map((column) => [column, word("appendix_column", column)])) as Record<
    AppendixColumn,
    string
  >;
  const many = of.pools.length;
  return (
    <>
      <p>
        {many > 0
          ? plural(many, { one: "The pool you selected.", other: "The # pools you selected, in their order." })
          : of.committee_id === null
            ? t`The pools that are assessed. Choose a committee to take its pools only, or select pools in the list to take others.`
            : t`The assessed pools of the committee: those its cases and applications are about or its appendices list.`}
      </p>
      <OptionalSelect
        label={many > 0 ? t`The committee in the title` : t`The committee`}
        labelAbove
        value={of.committee_id === null ? null : String(of.committee_id)}
        options={useCommittees()}
        onChange={(id) => choose({ ...of, committee_id: id === null ? null : Number(id) })}
      />
      <fieldset className={panels.set}>
        <legend>{t`Columns`}</legend>
        <OrderedChoice
          names={names}
          chosen={chosen}
          others={all.filter((column) => !chosen.includes(column))}
          onChange={(columns) => choose({ ...of, columns: columns.length > 0 ? [...columns] : [...usual] })}
        />
      </fieldset>
    </>
  );
}
