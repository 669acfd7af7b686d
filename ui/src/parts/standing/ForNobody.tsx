import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import css from "./Standing.module.css";

/** No municipality is chosen, so nothing can stand anywhere with it. */
export function ForNobody() {
  const { t } = useLingui();
  return (
    <p className={css.soft}>
      {t`Choose a municipality to assess pools and apply for them.`}{" "}
      <Link to="/settings/$section" params={{ section: "municipality" }}>
        {t`Choose municipality`}
      </Link>
    </p>
  );
}
