import { useLingui } from "@lingui/react/macro";
import Moon from "lucide-react/icons/moon";
import Sun from "lucide-react/icons/sun";
import type { Language } from "../ipc";
import css from "./LookSwitches.module.css";
import { useSession } from "./session";
import { isDark } from "./theme";

/** Language and colours, one press each. */
export function LookSwitches() {
  const { t } = useLingui();
  const { preferences, setPreferences } = useSession();
  const dark = isDark(preferences.theme);
  const language = (code: Language, short: string, name: string) => (
    <button
      type="button"
      lang={code}
      title={name}
      aria-label={name}
      aria-pressed={preferences.language === code}
      onClick={() => setPreferences({ language: code })}
    >
      {short}
    </button>
  );
  return (
    <div className={css.look}>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons, no form */}
      <div role="group" aria-label={t`Language`} className={css.languages}>
        {language("da", "DA", "DA – Dansk")}
        {language("en", "EN", "EN – English")}
      </div>
      <button
        type="button"
        role="switch"
        aria-checked={dark}
        aria-label={t`Dark colours`}
        title={dark ? t`Change to light colours` : t`Change to dark colours`}
        onClick={() => setPreferences({ theme: dark ? "light" : "dark" })}
      >
        {dark ? <Moon size={16} aria-hidden /> : <Sun size={16} aria-hidden />}
      </button>
    </div>
  );
}
