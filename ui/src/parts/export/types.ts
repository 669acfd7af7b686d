import type { ReactNode } from "react";
import type { PaperOf } from "../../ipc";

/** What is chosen of a paper in the dialog, where there is something to choose. */
export type Options = (of: PaperOf, choose: (of: PaperOf) => void) => ReactNode;

/** A paper that can be exported. */
export type Paper = {
  of: PaperOf;
  /** What it is about, where its kind alone does not say it. */
  title?: string;
  options?: Options;
};
