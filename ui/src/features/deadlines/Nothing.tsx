import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useFiles } from "../../app/files";
import { useSession } from "../../app/session";
import { Button } from "../../parts/Button";
import { EmptyState } from "../../parts/EmptyState";
import screen from "../../parts/listScreen.module.css";
import { isNarrowed, store, useChoice } from "./choice";
import { hiddenAsOver } from "./shown";
import { useDeadlines } from "./useDeadlines";

/** Where the municipality has no day to keep yet: where days come from. */
export function NoneYet() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { session, writable } = useSession();
  const { openExample } = useFiles();
  return (
    <EmptyState
      title={t`No deadlines yet`}
      action={
        <div className={screen.ways}>
          {writable && (
            <Button tone="primary" onClick={() => navigate({ to: "/applications/new" })}>
              {t`Start an application`}
            </Button>
          )}
          <Button onClick={() => navigate({ to: "/settings/$section", params: { section: "meetings" } })}>
            {t`Enter the committees' meetings`}
          </Button>
          {!session.example && <Button onClick={openExample}>{t`Open the example`}</Button>}
        </div>
      }
    >
      {t`Deadlines come by themselves: from the calls of your pools, the terms of a grant, tasks and promises. For each application the program plans backwards from the funder's deadline to the last committee meeting before it, and to the day the paper must be handed in.`}
    </EmptyState>
  );
}

/** Which search and filters hide every day, and the way back. */
export function NothingFound() {
  const { t } = useLingui();
  const choice = useChoice();
  const { all, filter } = useDeadlines();
  const wanted = choice.search.trim();
  const hidden = hiddenAsOver(all, filter);
  const narrowed = isNarrowed(choice);
  return (
    <EmptyState
      title={narrowed ? t`No deadline matches` : t`Nothing is left to do`}
      action={
        <div className={screen.ways}>
          {narrowed && <Button tone="primary" onClick={() => store.clear()}>{t`Clear search and filters`}</Button>}
          {hidden > 0 && (
            <Button onClick={() => store.choose({ over: true })}>{t`Show done and passed (${hidden})`}</Button>
          )}
        </div>
      }
    >
      {wanted && (
        <p>
          <Trans>Search: “{wanted}”</Trans>
        </p>
      )}
      {wanted && <p>{t`The search looks in what it is, whose it is, what it is about, people and committees.`}</p>}
    </EmptyState>
  );
}
