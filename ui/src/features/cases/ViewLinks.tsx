import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import CalendarClock from "lucide-react/icons/calendar-clock";
import Gavel from "lucide-react/icons/gavel";
import css from "./Cases.module.css";

/** The cases there are, and those that are coming. */
export function ViewLinks() {
  const { t } = useLingui();
  return (
    <nav className={css.views} aria-label={t`Show`}>
      <Link to="/cases" activeOptions={{ exact: true }} activeProps={{ "aria-current": "page" }}>
        <Gavel size={14} aria-hidden />
        {t`Cases`}
      </Link>
      <Link to="/cases/coming" activeProps={{ "aria-current": "page" }}>
        <CalendarClock size={14} aria-hidden />
        {t`Coming cases`}
      </Link>
    </nav>
  );
}
