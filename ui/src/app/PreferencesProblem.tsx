import { ErrorText } from "../parts/ErrorText";
import css from "./AccessBanner.module.css";
import { useKeeping, useSession } from "./session";

/** Says when the person's wishes could not be kept. */
export function PreferencesProblem() {
  const { setPreferences } = useSession();
  const { preferencesError } = useKeeping();
  if (preferencesError === null) return null;
  return (
    <div className={css.banner}>
      <ErrorText error={preferencesError} retry={() => setPreferences({})} />
    </div>
  );
}
