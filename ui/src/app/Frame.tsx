import { useLingui } from "@lingui/react/macro";
import { Link, Outlet } from "@tanstack/react-router";
import { useChangesElsewhere } from "./changes";
import css from "./Frame.module.css";

/** The window: rail to the left, the screen beside it. */
export function Frame() {
  const { t } = useLingui();
  useChangesElsewhere();
  return (
    <div className={css.frame}>
      <nav className={css.rail} aria-label={t`Main`}>
        <Link to="/initiatives">{t`Initiatives`}</Link>
        <Link to="/pools">{t`Pools`}</Link>
        <Link to="/financing">{t`Financing`}</Link>
        <Link to="/history">{t`History`}</Link>
        <Link to="/settings">{t`Settings`}</Link>
      </nav>
      <main className={css.screen} id="screen" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
