import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../../app/session";
import { useWord } from "../../../format";
import type { Effect, EffectMethod } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { formatShare } from "../../../parts/decimal";
import { EmptyState } from "../../../parts/EmptyState";
import { ErrorText } from "../../../parts/ErrorText";
import { Loading } from "../../../parts/Loading";
import { RecordList } from "../page/list/RecordList";
import type { TabProps } from "../page/part";
import { Section } from "../page/Section";
import { Written } from "../page/Written";
import { Sums } from "./Sums";
import { useEffectPart, useEffectView } from "./useEffectView";
import { Years } from "./Years";

const methods = ["persons", "amount"] as const satisfies readonly EffectMethod[];

/** What the own money is meant to bring: less spent elsewhere, after the state's refund, and when it is paid back. */
export default function EffectTab({ view, editable }: TabProps) {
  const { t } = useLingui();
  const word = useWord();
  const { language } = useSession();
  const applicationId = view.application.id;
  const query = useEffectView(applicationId);
  const actions = useEffectPart(applicationId);
  if (query.isError && !query.data) return <ErrorText error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const { effects } = query.data;
  const title = t`What is saved`;
  const refund = ({ refund, refundYear }: Effect) => {
    if (refund === null) return t`none`;
    const share = formatShare(refund, language);
    return refundYear === null ? t`${share} per cent` : t`${share} per cent (rate of ${refundYear})`;
  };
  return (
    <>
      {query.isError && <ErrorText error={query.error} retry={() => void query.refetch()} />}
      {effects.length === 0 && (
        <EmptyState title={t`What is the own money meant to bring?`}>
          {t`An investment case says what the municipality will spend less on because of the project, for example benefits to people who come into work. For each such saving write how many persons, for how many months and what one costs in a month, or the amount, year by year; the state's part of it, and what you rest it on. The program sets it against the own money of the budget and says when it is paid back.`}
        </EmptyState>
      )}
      {query.data.years.length > 0 && effects.length > 0 && <Sums view={query.data} />}
      {(editable || effects.length > 0) && (
        <Section title={title}>
          <RecordList<Effect>
            label={title}
            editable={editable}
            rows={effects.map(({ effect }) => effect)}
            name={(one) => one.text}
            columns={[
              { label: t`Less is spent on`, cell: (one) => <DanishText>{one.text}</DanishText> },
              { label: t`Budget area`, cell: (one) => <DanishText>{one.budgetArea}</DanishText> },
              { label: t`Made as`, cell: (one) => word("effect_method", one.method) },
              { label: t`The state's refund`, cell: refund },
              { label: t`Assumption`, cell: (one) => <Written>{one.assumption}</Written> },
              { label: t`Source`, cell: (one) => <Written>{one.source}</Written> },
            ]}
            fields={[
              {
                key: "text",
                label: t`What is spent less on`,
                kind: "text",
                required: true,
                wide: true,
                hint: t`For example benefits, or places bought.`,
              },
              {
                key: "budgetArea",
                label: t`Budget area`,
                kind: "text",
                hint: t`Where in the budget the saving falls.`,
              },
              {
                key: "method",
                label: t`Made as`,
                kind: "select",
                required: true,
                options: methods.map((value) => ({ value, label: word("effect_method", value) })),
              },
              {
                key: "refund",
                label: t`The state's refund, per cent`,
                kind: "share",
                first: true,
                hint: t`The part of the saving that is the state's.`,
              },
              { key: "refundYear", label: t`The rate's year`, kind: "number" },
              {
                key: "assumption",
                label: t`Assumption`,
                kind: "area",
                hint: t`What it rests on, so that others can judge it.`,
              },
              { key: "source", label: t`Source`, kind: "text", wide: true },
            ]}
            blank={() => ({
              id: 0,
              version: 0,
              applicationId,
              position: 0,
              text: "",
              budgetArea: "",
              method: "persons",
              refund: null,
              refundYear: null,
              assumption: "",
              source: "",
            })}
            save={(row) => actions.save({ kind: "effect", row })}
            remove={(row) => actions.remove("effect", row.id, row.version)}
            add={t`Add effect`}
            empty=""
          />
        </Section>
      )}
      {effects.map((line) => (
        <Years key={line.effect.id} line={line} view={view} actions={actions} editable={editable} />
      ))}
    </>
  );
}
