import { useCallback } from "react";
import { useSession } from "../../../app/session";
import { useWord } from "../../../format";
import type { SpecialDay } from "../../../ipc";

/** What a holiday, closing day or recess is called. */
export function useSpecialName(): (special: SpecialDay) => string {
  const word = useWord();
  const { language } = useSession();
  return useCallback(
    ({ holiday, title }) => (holiday ? word("holiday", holiday) : (language === "en" && title.en) || title.da),
    [word, language],
  );
}
