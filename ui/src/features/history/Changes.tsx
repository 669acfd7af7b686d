import { useLingui } from "@lingui/react/macro";
import { Fragment, useState } from "react";
import { useWord } from "../../format";
import type { FieldChange } from "../../ipc";
import { Button } from "../../parts/Button";
import { Unseen } from "../../parts/Figure";
import css from "./History.module.css";
import { useFieldNames } from "./useFieldNames";

const few = 4;

/** The fields of one operation, by record: what each was and what it became. */
export function Changes({ changes }: { changes: FieldChange[] }) {
  const { t } = useLingui();
  const { table, field } = useFieldNames();
  const [all, showAll] = useState(false);
  const more = changes.length - few;
  const seen = all || more <= 1 ? changes : changes.slice(0, few);
  const records = new Map<string, FieldChange[]>();
  for (const change of seen) {
    const record = `${table(change.table)} ${change.record}`;
    records.set(record, [...(records.get(record) ?? []), change]);
  }
  return (
    <>
      {[...records].map(([record, fields]) => (
        <Fragment key={record}>
          <p className={css.record}>{record}</p>
          <dl className={css.changes}>
            {fields.map((change) => (
              <OneChange key={change.field} change={change} name={field(change.field)} />
            ))}
          </dl>
        </Fragment>
      ))}
      {seen.length < changes.length && (
        <Button tone="quiet" onClick={() => showAll(true)}>{t`Show ${more} more`}</Button>
      )}
    </>
  );
}

function OneChange({ change, name }: { change: FieldChange; name: string }) {
  const { t } = useLingui();
  const word = useWord();
  const value = (kept: string | null) => {
    if (kept === null || kept === "") return <span className={css.soft}>{t`nothing`}</span>;
    return <span className={css.value}>{change.field === "can_apply" ? word("can_apply", kept) : kept}</span>;
  };
  return (
    <>
      <dt className={css.soft}>{name}</dt>
      <dd>
        {value(change.before)}
        <span aria-hidden> → </span>
        <Unseen>{t`became`}</Unseen>
        {value(change.after)}
      </dd>
    </>
  );
}
