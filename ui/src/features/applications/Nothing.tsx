import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useFiles } from "../../app/files";
import { useSession } from "../../app/session";
import { Button } from "../../parts/Button";

import { EmptyState } from "../../parts/EmptyState";
import screen from "../../parts/listScreen.module.css";
import { store, useChoice } from "./choice";
import { type Filter, hiddenAsEnded, type Line } from "./shown";

/** Where the municipality has no application yet: how the first one comes. */
export function NoneYet() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { session, writable } = useSession();
  const { openExample } = useFiles();
  return (
    <EmptyState
      title={t`No applications yet`}
      action={
        <div className={screen.ways}>
          {writable && (
            <Button tone="primary" onClick={() => navigate({ to: "/applications/new" })}>
              {t`Start an application`}
            </Button>
          )}
          {writable && (
            <Button onClick={() => navigate({ to: "/intake", search: { target: "applications" } })}>
              {t`Read in a sheet`}
            </Button>
          )}
          {!session.example && <Button onClick={openExample}>{t`Open the example`}</Button>}
        </div>
      }
    >
      {t`An application is followed here from the idea to the last report: its stage, political approval, appropriation, deadlines and amounts. Start one from a pool, read in the sheet the office has today, or look at the example, which is a file of its own.`}
    </EmptyState>
  );
}

/** Which search and filters hide every application, and the way back. */
export function NothingFound({ lines, filter }: { lines: readonly Line[]; filter: Filter }) {
  const { t } = useLingui();
  const { search } = useChoice();
  const wanted = search.trim();
  const hidden = hiddenAsEnded(lines, { ...filter, ended: false });
  const filtered = wanted !== "" || Object.keys(filter.facets).length > 0;
  return (
    <EmptyState
      title={filtered ? t`No application matches` : t`Every application is ended`}
      action={
        <div className={screen.ways}>
          {filtered && <Button tone="primary" onClick={() => store.clear()}>{t`Clear search and filters`}</Button>}
          {hidden > 0 && <Button onClick={() => store.choose({ ended: true })}>{t`Show ended (${hidden})`}</Button>}
        </div>
      }
    >
      {wanted && (
        <p>
          <Trans>Search: “{wanted}”</Trans>
        </p>
      )}
      {wanted && <p>{t`The search looks in title, funder, pool, owner, department and numbers.`}</p>}
    </EmptyState>
  );
}
