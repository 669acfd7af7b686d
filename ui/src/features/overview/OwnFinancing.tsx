import { Plural, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useAsOf } from "../../app/asOf";
import { commands, type ExposureFigures, type ExposureFilter } from "../../ipc";
import { addAmounts, oere } from "../../money";
import { ErrorText } from "../../parts/ErrorText";
import { Heading } from "../../parts/Heading";
import { useSums } from "../../parts/useSums";
import css from "./Overview.module.css";

/** What the municipality has promised of its own in the budget year and the three after it, and the way to the whole of it. */
export function OwnFinancing({ committeeId }: { committeeId: number | null }) {
  const { t } = useLingui();
  const asOf = useAsOf();
  // The filter the economy begins with, so that one answer serves both.
  const filter: ExposureFilter = { from: null, to: null, committeeId, departmentId: null, priceLevel: null };
  const { data, error, refetch } = useQuery({
    queryKey: ["exposure", filter, asOf],
    queryFn: () => commands.exposure(filter, asOf),
    placeholderData: keepPreviousData,
  });
  const search = committeeId === null ? {} : { committee: committeeId };
  const without = data?.withoutBudget.length ?? 0;
  return (
    <section aria-labelledby="own" className={`${css.section} ${css.own}`}>
      <Heading level={2} id="own" aside={t`per budget year, promised`}>
        {t`Own financing`}
      </Heading>
      {error && <ErrorText error={error} retry={() => void refetch()} />}
      {data && (
        <>
          {data.applications === 0 ? (
            <p className={css.soft}>{t`No application has a budget with amounts yet.`}</p>
          ) : (
            <ul className={css.ownYears}>
              {data.total.filter(told).map((figures) => (
                <li key={figures.year}>
                  <Link to="/economy" search={search} className={css.ownYear}>
                    <Year figures={figures} />
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {without > 0 && (
            <Link to="/economy" search={search} className={css.ownWithout}>
              <Plural
                value={without}
                one="# application has no budget and is not in the figures"
                other="# applications have no budget and are not in the figures"
              />
            </Link>
          )}
        </>
      )}
    </section>
  );
}

const promisedIn = ({ ownCash, ownStaff }: ExposureFigures) => addAmounts([oere(ownCash), oere(ownStaff)]) ?? 0;
const pendingIn = ({ ownCashPending, ownStaffPending }: ExposureFigures) =>
  addAmounts([oere(ownCashPending), oere(ownStaffPending)]) ?? 0;

/** A year is told of also where there is nothing in it; what is not allotted only where there is. */
const told = (figures: ExposureFigures) => figures.year > 0 || promisedIn(figures) !== 0 || pendingIn(figures) !== 0;

function Year({ figures }: { figures: ExposureFigures }) {
  const { t } = useLingui();
  const { glance } = useSums();
  const { year } = figures;
  const promised = promisedIn(figures);
  const pending = pendingIn(figures);
  const more = glance(pending);
  return (
    <>
      <span className={css.soft}>{year === 0 ? t`Not allotted` : year}</span>
      {promised === 0 ? <span className={css.soft}>{t`none`}</span> : <b>{glance(promised)}</b>}
      {pending > 0 && <span className={css.soft}>{t`+ ${more} if granted`}</span>}
    </>
  );
}
