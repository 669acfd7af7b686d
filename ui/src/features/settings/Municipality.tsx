import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useChooseMunicipality, useMunicipality } from "../../app/municipality";
import { useSession } from "../../app/session";
import { formatDate, formatNumber } from "../../format";
import type { ReferenceView } from "../../ipc";
import { ComboField } from "../../parts/ComboField";
import { ErrorText } from "../../parts/ErrorText";
import { Mark } from "../../parts/Mark";
import css from "./Settings.module.css";

/** The person's own municipality, and what is known of its population. */
export function Municipality({ reference }: { reference: ReferenceView }) {
  const { t } = useLingui();
  const { language } = useSession();
  const municipality = useMunicipality();
  const choose = useChooseMunicipality();
  const [error, setError] = useState<unknown>(null);
  const chosen = reference.municipalities.find((one) => one.code === municipality?.code);
  const newest = reference.population
    .filter((row) => row.area === chosen?.name)
    .sort((a, b) => b.date.localeCompare(a.date))[0];
  return (
    <>
      <p className={css.about}>
        {t`Every screen is about one municipality: its assessments, cases and applications. By its population a share is estimated of money that reaches the municipalities through the block grant.`}
      </p>
      <div className={css.fields}>
        <ComboField
          label={t`Your municipality`}
          value={municipality?.code ?? ""}
          placeholder={t`Type part of the name`}
          options={reference.municipalities.map((one) => ({ value: one.code, label: one.name, more: one.region }))}
          onChange={(code) => void choose(code).then(() => setError(null), setError)}
        />
      </div>
      {error !== null && <ErrorText error={error} />}
      {chosen && newest && (
        <p>
          {t`${formatNumber(newest.population, language)} inhabitants on ${formatDate(newest.date, language, "long")}.`}
        </p>
      )}
      {chosen && !newest && (
        <Mark tone="warn">
          {t`No population figure is known for ${chosen.name}, so no share is estimated. Add one under Population.`}
        </Mark>
      )}
    </>
  );
}
