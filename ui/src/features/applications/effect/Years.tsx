import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../../app/session";
import type { ApplicationView, EffectLine, EffectYear } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { formatDecimal } from "../../../parts/decimal";
import { Kroner } from "../page/Kroner";
import { type Column, type Field, RecordList } from "../page/list/RecordList";
import { Section } from "../page/Section";
import css from "./effect.module.css";
import { nextYear } from "./nextYear";
import type { useEffectPart } from "./useEffectView";

/** An effect year by year: persons × months × rate, or the amount, and what of it is the municipality's. */
export function Years({
  line: { effect, years, net },
  view,
  actions,
  editable,
}: {
  line: EffectLine;
  view: ApplicationView;
  actions: ReturnType<typeof useEffectPart>;
  editable: boolean;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const byPersons = effect.method === "persons";
  const netOf = (one: EffectYear) => net[years.findIndex(({ id }) => id === one.id)] ?? null;
  const number = (value: string | null) => (value === null ? "–" : formatDecimal(value, language));
  const columns: Column<EffectYear>[] = byPersons
    ? [
        { label: t`Persons`, end: true, cell: (one) => number(one.persons) },
        { label: t`Months each`, end: true, cell: (one) => number(one.months) },
        { label: t`DKK a person a month`, end: true, cell: (one) => number(one.rate) },
      ]
    : [];
  const fields: Field<EffectYear>[] = byPersons
    ? [
        { key: "persons", label: t`Persons`, kind: "quantity", required: true },
        { key: "months", label: t`Months each`, kind: "quantity", required: true, hint: t`In that year, at most 12.` },
        { key: "rate", label: t`DKK a person a month`, kind: "quantity", required: true },
      ]
    : [
        {
          key: "amount",
          label: t`Saved before refund, DKK`,
          kind: "amount",
          required: true,
          hint: t`With minus where it costs more.`,
        },
      ];
  const name = effect.text;
  return (
    <div className={css.years}>
      <Section title={<DanishText>{name}</DanishText>}>
        <RecordList<EffectYear>
          label={t`Years of ${name}`}
          editable={editable}
          rows={years}
          name={(one) => `${name} ${one.year}`}
          columns={[
            { label: t`Year`, cell: (one) => String(one.year) },
            ...columns,
            { label: t`Saved before refund, DKK`, end: true, cell: (one) => <Kroner amount={one.amount} /> },
            { label: t`Net, DKK`, end: true, cell: (one) => <Kroner amount={netOf(one)} /> },
          ]}
          fields={[{ key: "year", label: t`Year`, kind: "number", required: true }, ...fields]}
          blank={() => nextYear(effect, years, view)}
          save={(row) => actions.save({ kind: "year", row })}
          remove={(row) => actions.remove("year", row.id, row.version)}
          add={t`Add year`}
          empty={t`No years yet. The next year begins as the one before it.`}
        />
      </Section>
    </div>
  );
}
