import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import X from "lucide-react/icons/x";
import { useRef, useState } from "react";
import { useAsOf } from "../../app/asOf";
import { commands } from "../../ipc";
import { ComboField } from "../../parts/ComboField";
import DeadlineForm from "../../parts/deadline/DeadlineForm";
import { ErrorText } from "../../parts/ErrorText";
import { IconButton } from "../../parts/IconButton";
import { useFirstFocus } from "../../parts/useFirstFocus";
import css from "./detail/Detail.module.css";
import { useDeadlines } from "./useDeadlines";

/** A new day of an application, which is chosen first; that of the day shown beside the list is at hand. */
export default function NewDeadline({ onEnd }: { onEnd: () => void }) {
  const { t } = useLingui();
  const asOf = useAsOf();
  const { byKey, selected } = useDeadlines();
  const { data, error } = useQuery({
    queryKey: ["applications", asOf],
    queryFn: () => commands.applications(asOf),
  });
  const [application, setApplication] = useState<number | null>(
    () => (selected !== null && byKey.get(selected)?.applicationId) || null,
  );
  const place = useRef<HTMLElement>(null);
  useFirstFocus(place, "input");
  const options = (data?.applications ?? [])
    .filter((row) => !row.ended || row.id === application)
    .map((row) => ({ value: String(row.id), label: row.title, ...(row.funder ? { more: row.funder } : {}) }));
  return (
    <section
      ref={place}
      className={css.detail}
      aria-labelledby="deadline-new"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onEnd();
      }}
    >
      <div className={css.bar}>
        <h2 id="deadline-new" className={css.title}>
          {t`New deadline`}
        </h2>
        <IconButton label={t`Close the form (Escape)`} className={css.end} onClick={onEnd}>
          <X size={17} aria-hidden />
        </IconButton>
      </div>
      {error && <ErrorText error={error} />}
      <ComboField
        label={t`Application`}
        value={application === null ? "" : String(application)}
        options={options}
        placeholder={t`Type part of its name`}
        onChange={(id) => setApplication(Number(id))}
      />
      {application === null ? (
        <p className={css.soft}>
          {t`Deadlines of calls, grants, tasks and promises come by themselves. Enter here what else must be kept.`}
        </p>
      ) : (
        <DeadlineForm key={application} applicationId={application} row={null} onEnd={onEnd} />
      )}
    </section>
  );
}
