import { useLingui } from "@lingui/react/macro";
import { useOperation } from "../../../app/operations";
import { useSession } from "../../../app/session";
import { formatDateTime } from "../../../format";
import type { HistoryEntry } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { Unseen } from "../../../parts/Figure";
import { Heading } from "../../../parts/Heading";
import css from "./Detail.module.css";
import { useColumnWords } from "./FieldWords";

/** Who changed what, when, from what to what; newest first. */
export function HistorySection({ history }: { history: readonly HistoryEntry[] }) {
  const { t } = useLingui();
  const { language } = useSession();
  const operation = useOperation();
  return (
    <section className={css.section} aria-labelledby="detail-history">
      <Heading level={3} id="detail-history">
        {t`History`}
      </Heading>
      {history.length === 0 && (
        <p className={css.soft}>{t`No corrections: the initiative stands as it was first read.`}</p>
      )}
      {history.map((entry) => (
        <div key={entry.id} className={css.part}>
          <p>
            {operation(entry.kind)}
            {entry.undone && <span className={css.soft}> {t`(undone)`}</span>}
            <span className={`${css.soft} ${css.block}`}>
              {[formatDateTime(entry.at, language), entry.actor].filter(Boolean).join(" · ")}
            </span>
          </p>
          <Changes entry={entry} />
        </div>
      ))}
    </section>
  );
}

function Changes({ entry }: { entry: HistoryEntry }) {
  const { t } = useLingui();
  const { language } = useSession();
  const column = useColumnWords();
  const shown = (field: string, text: string | null) => (text ? column.value(field, text) : t`empty`);
  // The reason stands in both languages; the reader's own is enough.
  const other = language === "da" ? "_en" : "_da";
  const told = entry.changes.filter(({ field }) => column.name(field) !== null && !field.endsWith(`reason${other}`));
  return (
    <ul className={css.part}>
      {told.map(({ table, record, field, before, after }) => (
        <li key={`${table} ${record} ${field}`}>
          <span className={`${css.soft} ${css.block}`}>{column.name(field)}</span>
          <Unseen>{t`before:`} </Unseen>
          <del className={css.before}>
            <DanishText>{shown(field, before)}</DanishText>
          </del>{" "}
          <span aria-hidden>→</span> <Unseen>{t`after:`} </Unseen>
          <DanishText>{shown(field, after)}</DanishText>
        </li>
      ))}
    </ul>
  );
}
