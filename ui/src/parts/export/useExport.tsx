import { useLingui } from "@lingui/react/macro";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useAction } from "../../app/actions";
import { useWord } from "../../format";
import type { Paper } from "./types";

const ExportDialog = lazy(() => import("./ExportDialog"));

/** Exporting papers: each as an action of the palette, and the dialog of the one that is asked for. */
export function useExport(papers: readonly Paper[]): { ask: (paper: Paper) => void; dialog: ReactNode } {
  const [asked, ask] = useState<Paper | null>(null);
  const dialog = (
    <>
      {papers.map((paper) => (
        <Offered key={paper.of.kind} paper={paper} ask={ask} />
      ))}
      {asked && (
        <Suspense>
          <ExportDialog {...asked} onClose={() => ask(null)} />
        </Suspense>
      )}
    </>
  );
  return { ask, dialog };
}

function Offered({ paper, ask }: { paper: Paper; ask: (paper: Paper) => void }) {
  const { t } = useLingui();
  const word = useWord();
  const { kind } = paper.of;
  const name = word("paper_kind", kind);
  useAction({ id: `paper.export.${kind}`, title: t`Export: ${name}`, group: t`Papers`, run: () => ask(paper) });
  return null;
}
