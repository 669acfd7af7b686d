import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { FieldChange } from "../../ipc";
import { Button } from "../../parts/Button";
import { Unseen } from "../../parts/Figure";
import css from "./History.module.css";
import { says, useFieldNames, useValue } from "./useFieldNames";

const few = 4;

/** The fields of one operation, by record: what each was and what it became. */
export function Changes({ changes }: { changes: FieldChange[] }) {
  const records = new Map<string, FieldChange[]>();
  for (const change of changes) {
    const key = `${change.table} ${change.record}`;
    records.set(key, [...(records.get(key) ?? []), change]);
  }
  return [...records].map(([key, fields]) => <OneRecord key={key} changes={fields} />);
}

function OneRecord({ changes }: { changes: FieldChange[] }) {
  const { t } = useLingui();
  const { table, field } = useFieldNames();
  const value = useValue();
  const [all, showAll] = useState(false);
  const [first] = changes;
  if (!first) return null;
  const said = changes.filter(says);
  const more = said.length - few;
  const seen = all || more <= 1 ? said : said.slice(0, few);
  const isNew = changes.every((change) => change.before === null);
  const isGone = changes.every((change) => change.after === null);
  const words = (change: FieldChange, kept: string | null) =>
    kept === null || kept === "" ? (
      <span className={css.soft}>{t`nothing`}</span>
    ) : (
      <span className={css.value}>{value(change.field, kept)}</span>
    );
  return (
    <>
      {first.record && (
        <p className={css.record}>
          {table(first.table)} {first.record.replace(/\d{4}-\d\d-\d\d$/, (day) => value("date", day))}
          {isNew && <span className={css.soft}> · {t`new`}</span>}
          {isGone && <span className={css.soft}> · {t`deleted`}</span>}
        </p>
      )}
      <dl className={css.changes}>
        {seen.map((change) => (
          <div key={change.field}>
            <dt>{field(change.field)}</dt>
            <dd>
              {!isNew && words(change, change.before)}
              {!isNew && !isGone && (
                <>
                  <span aria-hidden> → </span>
                  <Unseen>{t`became`}</Unseen>
                </>
              )}
              {!isGone && words(change, change.after)}
            </dd>
          </div>
        ))}
      </dl>
      {seen.length < said.length && <Button tone="quiet" onClick={() => showAll(true)}>{t`Show ${more} more`}</Button>}
    </>
  );
}
