import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSession } from "../../app/session";
import { useWord } from "../../format";
import type { FieldChange } from "../../ipc";
import { Button } from "../Button";
import { DanishText } from "../DanishText";
import { Unseen } from "../Figure";
import css from "./Changes.module.css";
import { says, useFieldNames } from "./fieldNames";
import { middle } from "./middle";
import { recordName, useValue } from "./useValue";

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
  const [whole, showWhole] = useState(false);
  const [first] = changes;
  const { language } = useSession();
  const word = useWord();
  const spoken = (change: FieldChange, kept: string | null) => (kept ? value(change, kept) : "");
  if (!first) return null;
  const said = changes.filter(says);
  const more = said.length - few;
  const seen = all || more <= 1 ? said : said.slice(0, few);
  const isNew = changes.every((change) => change.before === null);
  const isGone = changes.every((change) => change.after === null);
  const middles = new Map(
    said.map((change) => [change.field, middle(spoken(change, change.before), spoken(change, change.after))]),
  );
  const trimmed = seen.some((change) => middles.get(change.field)?.trimmed);
  const words = (change: FieldChange, side: "before" | "after") => {
    const full = spoken(change, change[side]);
    const part = whole ? full : (middles.get(change.field)?.[side] ?? full);
    return full === "" ? (
      <span className={css.soft}>{t`nothing`}</span>
    ) : (
      <span className={css.value} title={part === full ? undefined : full}>
        <DanishText>{part}</DanishText>
      </span>
    );
  };
  return (
    <>
      {first.record && (
        <p className={css.record}>
          {table(first.table)} {/* A rule is called by its code, which has words in both languages. */}
          {first.table === "terms_rule" ? (
            word("rule", first.record)
          ) : (
            <DanishText>{recordName(first.record, language)}</DanishText>
          )}
          {isNew && <span className={css.soft}> · {t`new`}</span>}
          {isGone && <span className={css.soft}> · {t`deleted`}</span>}
        </p>
      )}
      <dl className={css.changes}>
        {seen.map((change) => (
          <div key={change.field}>
            <dt>{field(change)}</dt>
            <dd>
              {!isNew && words(change, "before")}
              {!isNew && !isGone && (
                <>
                  <span aria-hidden> → </span>
                  <Unseen>{t`became`}</Unseen>
                </>
              )}
              {!isGone && words(change, "after")}
            </dd>
          </div>
        ))}
      </dl>
      {trimmed && (
        <Button tone="quiet" className={css.more} aria-expanded={whole} onClick={() => showWhole((now) => !now)}>
          {whole ? t`Show only what was changed` : t`Show the whole text`}
        </Button>
      )}
      {seen.length < said.length && <Button tone="quiet" onClick={() => showAll(true)}>{t`Show ${more} more`}</Button>}
    </>
  );
}
