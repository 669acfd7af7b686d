import { useLingui } from "@lingui/react/macro";
import ChevronDown from "lucide-react/icons/chevron-down";
import FileDown from "lucide-react/icons/file-down";
import { useWord } from "../../format";
import { Menu, type MenuItem } from "../Menu";
import type { Paper } from "./types";
import { useExport } from "./useExport";

/** A button that offers several papers; each is also in the palette. */
export function ExportMenu({
  papers,
  more = [],
}: {
  papers: readonly Paper[];
  /** What else can be taken out of the program from here. */
  more?: MenuItem[];
}) {
  const { t } = useLingui();
  const word = useWord();
  const { ask, dialog } = useExport(papers);
  const items = papers.map((paper) => ({
    id: paper.of.kind,
    label: `${word("paper_kind", paper.of.kind)} …`,
    onAction: () => ask(paper),
  }));
  return (
    <>
      <Menu label={t`Export …`} sections={[{ items: [...items, ...more] }]}>
        <FileDown size={15} aria-hidden />
        {t`Export …`}
        <ChevronDown size={14} aria-hidden />
      </Menu>
      {dialog}
    </>
  );
}
