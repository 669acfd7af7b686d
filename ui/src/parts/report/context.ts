import { createContext, useContext } from "react";
import type { FigureChange, Language } from "../../ipc";

export type Drawn = {
  /** The language the paper is in. */
  language: Language;
  /** The language the screen is in, for what is not of the paper. */
  screen: Language;
  /** Which level of heading the paper's title is, so that headings stay in order on the screen. */
  level: number;
  /** Whether it is as it was handed in: its figures say what they said then. */
  handedIn: boolean;
  /** What has changed since, by the code of the figure. */
  changed: ReadonlyMap<string, FigureChange>;
};

const DrawnContext = createContext<Drawn>({
  language: "da",
  screen: "da",
  level: 2,
  handedIn: false,
  changed: new Map(),
});

export const DrawnProvider = DrawnContext.Provider;

/** How the paper is drawn that this is part of. */
export const useDrawn = (): Drawn => useContext(DrawnContext);
