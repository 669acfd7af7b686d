import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useAsOf } from "../../../app/asOf";
import { useOffice } from "../../../app/office";
import { useSession } from "../../../app/session";
import { formatDate, useWord } from "../../../format";
import { type ApplicationRow, commands, type PoolView, type Stage } from "../../../ipc";
import { ComboField } from "../../../parts/ComboField";
import { ErrorText } from "../../../parts/ErrorText";
import { FormActions } from "../../../parts/FormActions";
import { Heading } from "../../../parts/Heading";
import { OptionalSelect } from "../../../parts/OptionalSelect";
import { PartialDateField } from "../../../parts/PartialDateField";
import { Select } from "../../../parts/Select";
import { stages } from "../../../parts/standing/orders";
import { TextField } from "../../../parts/TextField";
import { useSave } from "../../../parts/useSave";
import { begun, drafted, type Fields, lacking, offeredCommittees, offeredTitle, type Source } from "./draft";
import css from "./start.module.css";
import { usePools } from "./usePools";

type Props = {
  applications: readonly ApplicationRow[];
  /** The day of the view. */
  today: string;
  onClose: () => void;
};

/** Begins an application: to a pool, to a fund without one, or as a copy of an earlier one. */
export default function StartForm({ applications, today, onClose }: Props) {
  const { t } = useLingui();
  const { language, preferences } = useSession();
  const word = useWord();
  const navigate = useNavigate();
  const { pool, copy } = useSearch({ strict: false });
  const office = useOffice();
  const asOf = useAsOf();
  const pools = usePools();
  const heading = useId();
  const name = useId();
  const form = useRef<HTMLFormElement>(null);
  const { run, busy, error, fieldError } = useSave(["title", "funder", "poolId", "copyOf", "takenOn"]);
  const [tried, setTried] = useState(false);
  const [written, setWritten] = useState<Fields | null>(null);
  const me = office.data?.people.find((person) => person.name === preferences.name)?.id ?? null;
  const start = useMemo(
    () =>
      begun(
        pool,
        applications.find(({ id }) => id === copy),
        me,
        today,
      ),
    [pool, copy, applications, me, today],
  );
  const fields = written ?? start;
  const set = (patch: Partial<Fields>) => setWritten({ ...fields, ...patch });
  const lacks = lacking(fields);
  const offered = offeredTitle(fields, pools, applications);
  const poolId = fields.source === "pool" && fields.pool !== "" ? Number(fields.pool) : null;
  const standing = useQuery({
    queryKey: ["poolStanding", poolId, asOf],
    queryFn: () => commands.poolStanding(poolId ?? 0, asOf),
    enabled: poolId !== null,
  });
  const committeeIds = fields.committeeIds ?? offeredCommittees(standing.data?.standing.plans);

  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>('[role="combobox"]');
    (field ?? form.current?.querySelector("input"))?.focus();
  }, []);

  const poolOptions = useMemo(
    () =>
      pools.map((one: PoolView) => {
        const title = (language === "en" && one.title.en) || one.title.da;
        const due = one.calls
          .map(({ deadline }) => deadline)
          .find((deadline) => deadline !== null && deadline >= today);
        const deadline = due ? t`deadline ${formatDate(due, language, "short")}` : "";
        return {
          value: String(one.id),
          label: one.initiative ? `${one.initiative.number} · ${title}` : title,
          more: [one.authority, deadline].filter(Boolean).join(" · "),
        };
      }),
    [pools, language, today, t],
  );
  const copyOptions = applications.map(({ id, title, funder, stage }) => ({
    value: String(id),
    label: title,
    more: [funder, word("stage", stage)].filter(Boolean).join(" · "),
  }));
  const required = (key: typeof lacks, sent: string) =>
    tried && lacks === key ? t`Choose one, or fill in the field.` : fieldError(sent);

  const submit = async () => {
    setTried(true);
    if (lacks) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`[data-for="${lacks}"] input`)?.focus());
      return;
    }
    await run(() => commands.applicationCreate(drafted(fields, committeeIds)), {
      key: ({ application }) => ["application", application.id, null],
      done: ({ application }) =>
        navigate({ to: "/applications/$id", params: { id: String(application.id) }, replace: true }),
    });
  };
  const sources: { value: Source; label: string }[] = [
    { value: "pool", label: t`To a pool` },
    { value: "fund", label: t`To a fund without a pool` },
    { value: "copy", label: t`As a copy of an earlier one` },
  ];
  const committees = office.data?.committees ?? [];
  const bare = office.data && office.data.departments.length === 0 && office.data.people.length === 0;

  return (
    <form
      ref={form}
      className={css.form}
      aria-labelledby={heading}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Heading level={2} id={heading}>
        {t`New application`}
      </Heading>
      <fieldset className={css.choices}>
        <legend>{t`How it begins`}</legend>
        {sources
          .filter(({ value }) => value !== "copy" || applications.length > 0)
          .map(({ value, label }) => (
            <label key={value}>
              <input
                type="radio"
                name={name}
                checked={fields.source === value}
                onChange={() => set({ source: value })}
              />
              {label}
            </label>
          ))}
      </fieldset>
      {fields.source === "pool" && (
        <div data-for="pool">
          <ComboField
            label={t`Pool`}
            value={fields.pool}
            options={poolOptions}
            onChange={(chosen) => set({ pool: chosen })}
            placeholder={t`Number, title or authority …`}
          />
          <Wrong>{required("pool", "poolId")}</Wrong>
        </div>
      )}
      {fields.source === "fund" && (
        <div data-for="funder">
          <TextField
            label={t`Funder`}
            lang="da"
            value={fields.funder}
            onChange={(funder) => set({ funder })}
            error={required("funder", "funder")}
          />
        </div>
      )}
      {fields.source === "copy" && (
        <div data-for="copy">
          <ComboField
            label={t`Application to copy`}
            value={fields.copy}
            options={copyOptions}
            onChange={(chosen) => {
              const from = applications.find(({ id }) => String(id) === chosen);
              set({
                copy: chosen,
                departmentId: fields.departmentId ?? from?.departmentId ?? null,
                committeeIds: fields.committeeIds?.length ? fields.committeeIds : (from?.committeeIds ?? null),
              });
            }}
          />
          <Wrong>{required("copy", "copyOf")}</Wrong>
          <p className={css.about}>
            {t`Everything is copied but stage, amounts granted, dates, numbers, documents and what was done.`}
          </p>
        </div>
      )}
      <div data-for="title">
        <TextField
          label={t`Title`}
          lang="da"
          value={fields.title}
          onChange={(title) => set({ title })}
          placeholder={offered}
          description={offered ? t`Left empty, it is called the same.` : undefined}
          error={required("title", "title")}
        />
      </div>
      <div className={css.pair}>
        <Select<Stage>
          label={t`Stage now`}
          labelAbove
          value={fields.stage}
          options={stages.map((stage) => ({ value: stage, label: word("stage", stage) }))}
          onChange={(stage) => set({ stage })}
        />
        <PartialDateField
          label={t`Since`}
          value={fields.takenOn}
          onChange={(takenOn) => set({ takenOn })}
          description={t`Empty: date not stated`}
          error={fieldError("takenOn")}
        />
      </div>
      <div className={css.pair}>
        <OptionalSelect
          label={t`Department`}
          labelAbove
          value={fields.departmentId === null ? null : String(fields.departmentId)}
          options={(office.data?.departments ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
          onChange={(id) => set({ departmentId: id === null ? null : Number(id) })}
        />
        <OptionalSelect
          label={t`Owner`}
          labelAbove
          value={fields.ownerId === null ? null : String(fields.ownerId)}
          options={(office.data?.people ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
          onChange={(id) => set({ ownerId: id === null ? null : Number(id) })}
        />
      </div>
      {bare && (
        <p className={css.about}>
          {t`No departments or people are recorded yet.`}{" "}
          <Link to="/settings/$section" params={{ section: "organisation" }}>
            {t`Add them in Settings`}
          </Link>
        </p>
      )}
      {committees.length > 0 && (
        <fieldset className={css.choices}>
          <legend>{t`Committees`}</legend>
          {committees.map((committee) => (
            <label key={committee.id}>
              <input
                type="checkbox"
                checked={committeeIds.includes(committee.id)}
                onChange={(event) =>
                  set({
                    committeeIds: event.target.checked
                      ? [...committeeIds, committee.id]
                      : committeeIds.filter((id) => id !== committee.id),
                  })
                }
              />
              <span>
                {committee.name} {committee.shortName && <span className={css.about}>({committee.shortName})</span>}
              </span>
            </label>
          ))}
          {committeeIds.length === 0 && (
            <p
              className={css.about}
            >{t`The last meeting before the deadline is planned once a committee is chosen.`}</p>
          )}
        </fieldset>
      )}
      {error && <ErrorText error={error} />}
      <FormActions save={t`Start the application`} busy={busy} dirty={written !== null} onCancel={onClose} />
    </form>
  );
}

/** What is wrong with a field that cannot say so itself. */
function Wrong({ children }: { children: string | undefined }) {
  return children ? (
    <p className={css.error} role="alert">
      {children}
    </p>
  ) : null;
}
