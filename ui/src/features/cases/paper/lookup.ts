import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useSession } from "../../../app/session";
import type { FigureChange, PaperView } from "../../../ipc";
import type { Shown } from "./editor/nodes";

/** What stands for the codes of a text: what each says, what it is, and what it said before. */
export type Lookup = {
  figure: (code: string) => Shown;
  live: (code: string) => Shown;
  /** What it said, where it says something else now. */
  changed: (code: string) => FigureChange | undefined;
};

export function useLookup({ figures, lives }: PaperView, changes: readonly FigureChange[]): Lookup {
  const { t } = useLingui();
  const { language } = useSession();
  return useMemo(() => {
    const said = new Map(figures.map((one) => [one.code, one]));
    const named = new Map(lives.map((one) => [one.code, one]));
    const changed = new Map(changes.map((one) => [one.code, one]));
    return {
      figure: (code) => {
        const found = said.get(code);
        const label = (found ?? changed.get(code))?.label[language] ?? code;
        const about = [found?.subject, label].filter(Boolean).join(": ");
        return { text: found ? inOnePiece(found.shown) : t`[no longer there]`, label: about };
      },
      live: (code) => {
        const found = named.get(code);
        const label = found?.label[language] ?? code;
        return { text: found?.empty ? t`${label} (nothing in it now)` : label, label };
      },
      changed: (code) => changed.get(code),
    };
  }, [t, language, figures, lives, changes]);
}

/** A figure and its unit stay on one line; a name may be longer than one. */
const inOnePiece = (shown: string) => (shown.length < 28 ? shown.replaceAll(" ", "\u00a0") : shown);
