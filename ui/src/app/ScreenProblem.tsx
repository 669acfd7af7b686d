import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "../parts/EmptyState";
import { ErrorText } from "../parts/ErrorText";

/** A screen that broke: said calmly, with a way to try again; the rest of the window goes on. */
export function ScreenProblem({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <div style={{ padding: 18 }}>
      <ErrorText error={error} retry={reset} />
    </div>
  );
}

export function NoSuchPlace() {
  const { t } = useLingui();
  return (
    <EmptyState title={t`There is nothing here`} action={<Link to="/initiatives">{t`Go to the initiatives`}</Link>} />
  );
}
