import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { Text } from "../ipc";

/** Text that exists in Danish only: said to be Danish inside the English screen. */
export function DanishText({ children }: { children: ReactNode }) {
  const { i18n } = useLingui();
  return i18n.locale === "en" ? <span lang="da">{children}</span> : children;
}

/** Text of both languages; the Danish, marked, where the English is missing. */
export function LocalText({ text }: { text: Text }) {
  const { i18n } = useLingui();
  return i18n.locale === "en" && text.en ? text.en : <DanishText>{text.da}</DanishText>;
}
