import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useSession } from "../../app/session";
import { formatDays, formatPartialDate } from "../../format";
import type { Ending, ExposureView } from "../../ipc";
import { oere } from "../../money";
import { DanishText } from "../../parts/DanishText";
import { scaled } from "../../parts/decimal";
import { NoFigure } from "../../parts/Figure";
import { Heading } from "../../parts/Heading";
import { Mark } from "../../parts/Mark";
import { StageMark } from "../../parts/marks";
import css from "./Economy.module.css";
import { Sheet } from "./Sheet";
import { useFigures } from "./useMeasures";

/** What runs out of money within 18 months of the day, the first first, and whether anyone has said what then. */
export function Ends({ view }: { view: ExposureView }) {
  const { t } = useLingui();
  const { unit } = useFigures();
  const { ends } = view;
  const inUnit = unit("granted");
  return (
    <div className={css.section}>
      <Heading level={2} id="ends" aside={t`within 18 months`}>
        {t`What ends when`}
      </Heading>
      {ends.length === 0 ? (
        <p className={css.soft}>{t`No project ends within 18 months.`}</p>
      ) : (
        <Sheet heading="ends">
          <thead>
            <tr>
              <th scope="col">{t`Ends`}</th>
              <th scope="col">{t`Application`}</th>
              <th scope="col">{t`What stops`}</th>
              <th scope="col" className={css.figure}>{t`Full-time years`}</th>
              <th scope="col" className={`${css.figure} ${css.amount}`}>{t`Grant a year, ${inUnit}`}</th>
              <th scope="col">{t`Embedding`}</th>
            </tr>
          </thead>
          <tbody>
            {ends.map((one) => (
              <Row key={one.applicationId} one={one} />
            ))}
          </tbody>
        </Sheet>
      )}
    </div>
  );
}

function Row({ one }: { one: Ending }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { glance } = useFigures();
  const fte = scaled(one.fte);
  const grant = oere(one.yearlyGrant);
  return (
    <tr>
      <td className={css.when}>
        {formatPartialDate(one.ends, language, "short")}
        <span className={css.gloss}>{formatDays(one.days, language)}</span>
      </td>
      <th scope="row" className={css.application}>
        <Link to="/applications/$id" params={{ id: String(one.applicationId) }} search={{ tab: "budget" }}>
          <DanishText>{one.title}</DanishText>
        </Link>
        <span className={css.gloss}>
          <StageMark stage={one.stage} />
        </span>
      </th>
      <td>
        {one.activities.length === 0 ? (
          <span className={css.soft}>{t`no activities recorded`}</span>
        ) : (
          <DanishText>{one.activities.join(" · ")}</DanishText>
        )}
      </td>
      <td className={css.figure}>{fte === 0 ? <NoFigure /> : glance("ownFte", fte)}</td>
      <td className={css.figure}>
        {grant === 0 ? <NoFigure /> : glance("granted", grant)}
        {one.yearlyGrantOf !== null && <span className={css.gloss}>{one.yearlyGrantOf}</span>}
      </td>
      <td>
        {one.embeddingDecided ? (
          <DanishText>{one.embedding}</DanishText>
        ) : (
          <>
            <Mark tone="warn">{t`not decided`}</Mark>
            {one.embedding && (
              <span className={css.gloss}>
                <DanishText>{one.embedding}</DanishText>
              </span>
            )}
          </>
        )}
      </td>
    </tr>
  );
}
