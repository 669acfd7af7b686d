import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";

export type Words = { empty: string; notKept: string };

/** Words that go into the names of cells. */
export function useWords(): Words {
  const { t } = useLingui();
  return useMemo(() => ({ empty: t({ message: "empty", context: "cell" }), notKept: t`not kept` }), [t]);
}
