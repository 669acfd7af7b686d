import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";

/** The library's own hidden words (such as »Dismiss«) in the screen's language, not the system's. */
export function Spoken({ children }: { children: ReactNode }) {
  const { i18n } = useLingui();
  return <I18nProvider locale={i18n.locale === "en" ? "en-GB" : "da-DK"}>{children}</I18nProvider>;
}
