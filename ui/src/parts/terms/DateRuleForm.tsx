import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSession } from "../../app/session";
import { useWord } from "../../format";
import type { DateRule, DayUnit, TermsView } from "../../ipc";
import { NumberField } from "../NumberField";
import { OptionalSelect } from "../OptionalSelect";
import { Select } from "../Select";
import { useKept } from "../standing/useKept";
import { TextField } from "../TextField";
import {
  bases,
  type DateDraft,
  dateRowOf,
  readDaysOfYear,
  ruledKinds,
  serieses,
  showDaysOfYear,
  units,
} from "./dateRules";
import { TermsForm } from "./TermsForm";
import css from "./terms.module.css";
import { type TermsOf, useTermsSave } from "./useTerms";

const fields = ["kind", "title", "basis", "amount", "unit", "series", "every", "days", "reason"];

/** Sets a rule that days follow from, or puts one out of force; always with where it stands, or why. */
export default function DateRuleForm({
  terms,
  view,
  row,
  begin,
  onEnd,
}: {
  terms: TermsOf;
  view: TermsView;
  /** What was set here before. */
  row: DateRule | null;
  begin: DateDraft;
  onEnd: () => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  const save = useTermsSave(terms, view, fields);
  const [kept, keep] = useKept<DateDraft>(`${terms.key.join(" ")} day ${begin.key} ${begin.applies}`);
  const [tried, setTried] = useState(false);
  const draft = kept ?? begin;
  const set = (patch: Partial<DateDraft>) => keep({ ...draft, ...patch });
  const { kind, applies, series } = draft;
  const nameless = kind === "other" && draft.title.trim() === "";
  const unread = series === "dates" && applies && readDaysOfYear(draft.days) === null;
  const lacks = { kind: kind === null, title: applies && nameless, days: unread };
  const end = () => {
    keep(null);
    onEnd();
  };
  const name = draft.title || (kind && word("deadline_kind", kind));
  const submit = () => {
    setTried(true);
    if (kind === null || lacks.title || lacks.days) return;
    void save.saveDateRule(dateRowOf({ ...draft, kind }, row), end);
  };
  return (
    <TermsForm
      label={begin.key === "" ? t`Add a rule for a day` : applies ? t`Change: ${name}` : t`Put out of force: ${name}`}
      applies={applies}
      reason={draft.reason}
      setReason={(reason) => set({ reason })}
      fields={fields}
      save={save}
      dirty={kept !== null}
      onSubmit={submit}
      onCancel={end}
    >
      {applies ? (
        <>
          {begin.key === "" ? (
            <div>
              <OptionalSelect
                label={t`What is due`}
                labelAbove
                value={kind}
                none={t`Choose …`}
                options={ruledKinds.map((value) => ({ value, label: word("deadline_kind", value) }))}
                onChange={(value) => set({ kind: value })}
              />
              {tried && lacks.kind && <p className={css.wrong} role="alert">{t`Choose what is due.`}</p>}
              {save.fieldError("kind") && <p className={css.wrong}>{save.fieldError("kind")}</p>}
            </div>
          ) : (
            <p className={css.kind}>{kind && word("deadline_kind", kind)}</p>
          )}
          <TextField
            label={t`What it is called`}
            lang="da"
            value={draft.title}
            onChange={(title) => set({ title })}
            description={kind === "other" ? undefined : t`May be empty: the kind says it.`}
            error={tried && lacks.title ? t`Say what it is called.` : save.fieldError("title")}
          />
          <When draft={draft} set={set} tried={tried && lacks.days} error={save.fieldError} />
        </>
      ) : (
        <p className={css.kind}>{t`Put out of force: ${name}`}</p>
      )}
    </TermsForm>
  );
}

/** When the day is: how often, how long, and from what. */
function When({
  draft,
  set,
  tried,
  error,
}: {
  draft: DateDraft;
  set: (patch: Partial<DateDraft>) => void;
  /** The days of each year were sent and are none. */
  tried: boolean;
  error: (field: string) => string | undefined;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const { series, basis } = draft;
  const days = readDaysOfYear(draft.days);
  const wrong = t`Write days and months, for example 1 April, 1 October.`;
  const from = series === "once" ? bases : bases.filter((one) => one !== "period_end");
  return (
    <>
      <Select
        label={t`How often`}
        labelAbove
        value={series}
        options={serieses.map((value) => ({ value, label: word("series", value) }))}
        // A series runs to the end of the project and cannot begin there.
        onChange={(value) =>
          set({ series: value, ...(value !== "once" && basis === "period_end" && { basis: "period_start" }) })
        }
      />
      {series === "months" && (
        <NumberField
          label={t`Months between`}
          decimals={0}
          value={draft.every}
          unit={word("day_unit", "months")}
          onChange={(every, understood) => understood && set({ every })}
          error={error("every")}
        />
      )}
      {series === "dates" && (
        <TextField
          label={t`Days of each year`}
          value={draft.days}
          onChange={(typed) => set({ days: typed })}
          description={days ? showDaysOfYear(days, language) : t`For example 1 April, 1 October.`}
          error={error("days") ?? (tried || (draft.days.trim().length > 5 && !days) ? wrong : undefined)}
        />
      )}
      <div className={css.pair}>
        <NumberField
          label={t`How long`}
          decimals={0}
          value={draft.amount}
          description={t`0 or empty is the day itself.`}
          onChange={(amount, understood) => understood && set({ amount: amount?.replace("-", "") ?? null })}
          error={error("amount")}
        />
        <Select<DayUnit>
          label={t`Of what`}
          labelAbove
          value={draft.unit}
          options={units.map((value) => ({ value, label: word("day_unit", value) }))}
          onChange={(unit) => set({ unit })}
        />
      </div>
      <div className={css.pair}>
        <Select<"before" | "after">
          label={t`Before or after`}
          labelAbove
          value={draft.before ? "before" : "after"}
          options={[
            { value: "before", label: t({ message: "before", context: "deadline rule" }) },
            { value: "after", label: t({ message: "after", context: "deadline rule" }) },
          ]}
          onChange={(side) => set({ before: side === "before" })}
        />
        <div>
          <Select
            label={series === "once" ? t`Counted from` : t`The first counted from`}
            labelAbove
            value={basis}
            options={from.map((value) => ({ value, label: word("date_basis", value) }))}
            onChange={(value) => set({ basis: value })}
          />
          {error("basis") && <p className={css.wrong}>{error("basis")}</p>}
        </div>
      </div>
      {series !== "once" && (
        <p className={css.note}>{t`It runs to the end of the project; how long counts from each of its days.`}</p>
      )}
    </>
  );
}
