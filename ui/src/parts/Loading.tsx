import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import css from "./Loading.module.css";

/** Stands where the thing will stand. Nothing is drawn for the first moment, so that what is quick does not flicker. */
export function Loading({ label }: { label?: string }) {
  const { t } = useLingui();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const clock = setTimeout(() => setSlow(true), 400);
    return () => clearTimeout(clock);
  }, []);
  return (
    <div className={css.loading} role="status">
      {slow && (label ?? t`Loading …`)}
    </div>
  );
}
