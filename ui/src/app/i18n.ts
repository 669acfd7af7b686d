import { i18n } from "@lingui/core";
import type { Language } from "../ipc";
import { messages as danish } from "../locales/da";

/** Danish is in the first load; English comes when someone reads it. */
export async function activateLanguage(language: Language): Promise<void> {
  const messages = language === "da" ? danish : (await import("../locales/en")).messages;
  i18n.loadAndActivate({ locale: language, messages });
}
