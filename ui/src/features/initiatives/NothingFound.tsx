import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "../../parts/Button";
import { EmptyState } from "../../parts/EmptyState";
import { useFacetWords } from "./facetWords";
import css from "./initiatives.module.css";
import { everything, store, useRegister } from "./store";

/** Which search and filters hide everything, and the way back. */
export function NothingFound() {
  const { t } = useLingui();
  const words = useFacetWords();
  const search = useRegister((state) => state.choice.search).trim();
  const facets = useRegister((state) => state.choice.facets);
  const chosen = words.filter(({ key }) => (facets[key]?.length ?? 0) > 0);
  return (
    <div className={css.nothing}>
      <EmptyState
        title={t`No initiative matches`}
        action={
          <Button
            tone="primary"
            onClick={() => store.choose({ search: everything.search, facets: everything.facets })}
          >{t`Clear search and filters`}</Button>
        }
      >
        <ul className={css.causes}>
          {search && (
            <li>
              <Trans>Search: “{search}”</Trans>
            </li>
          )}
          {chosen.map(({ key, name, word }) => (
            <li key={key}>{labelled(name, facets[key]?.map(word) ?? [])}</li>
          ))}
        </ul>
        {search && <p>{t`The search looks in titles, summaries, authorities, applicants and accounts.`}</p>}
      </EmptyState>
    </div>
  );
}

/** »Område: Socialområdet«, but »DUT« where the choice says what it is of. */
const labelled = (name: string, chosen: readonly string[]) =>
  chosen.length === 1 && chosen[0]?.includes(name) ? chosen[0] : `${name}: ${chosen.join(", ")}`;
