import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMunicipality } from "../../app/municipality";
import { useOffice } from "../../app/office";
import type { OfficeView } from "../../ipc";
import { ErrorText } from "../../parts/ErrorText";
import { Loading } from "../../parts/Loading";
import css from "./Settings.module.css";

/** What belongs to the municipality one works for; the way to choose one where none is. */
export function OfOffice({ children }: { children: (office: OfficeView) => ReactNode }) {
  const { t } = useLingui();
  const municipality = useMunicipality();
  const { data, error, refetch } = useOffice();
  if (municipality === null)
    return (
      <p className={css.about}>
        {t`Choose a municipality first: departments, committees, people and wages belong to it.`}{" "}
        <Link to="/settings/$section" params={{ section: "municipality" }}>
          {t`Choose municipality`}
        </Link>
      </p>
    );
  if (error) return <ErrorText error={error} retry={() => void refetch()} />;
  return data ? children(data) : <Loading />;
}
