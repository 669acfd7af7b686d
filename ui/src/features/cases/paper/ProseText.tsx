import { useLingui } from "@lingui/react/macro";
import History from "lucide-react/icons/history";
import Table from "lucide-react/icons/table-2";
import type { ReactNode } from "react";
import type { Inline, ProseBlock } from "../../../ipc";
import { Unseen } from "../../../parts/Figure";
import { each } from "../../../parts/report/each";
import type { Lookup } from "./lookup";
import css from "./paper.module.css";

/** A text as it is read, its figures and tables marked as what follows the data. */
export function ProseText({ prose, lookup }: { prose: readonly ProseBlock[]; lookup: Lookup }) {
  return (
    <div className={css.prose} lang="da">
      <Blocks blocks={prose} lookup={lookup} />
    </div>
  );
}

const Blocks = ({ blocks, lookup }: { blocks: readonly ProseBlock[]; lookup: Lookup }) =>
  each(blocks, (block) => <One block={block} lookup={lookup} />);

function One({ block, lookup }: { block: ProseBlock; lookup: Lookup }): ReactNode {
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          <Inlines content={block.content} lookup={lookup} />
        </p>
      );
    case "heading":
      return (
        <h3>
          <Inlines content={block.content} lookup={lookup} />
        </h3>
      );
    case "bulletList":
    case "orderedList": {
      const List = block.type === "bulletList" ? "ul" : "ol";
      return (
        <List>
          {each(block.content, (item) => (
            <li>
              <Blocks blocks={item.content} lookup={lookup} />
            </li>
          ))}
        </List>
      );
    }
    case "live":
      return (
        <p className={css.live} data-code={block.code}>
          <Table size={14} aria-hidden />
          {lookup.live(block.code).text}
        </p>
      );
  }
}

const Inlines = ({ content, lookup }: { content: readonly Inline[]; lookup: Lookup }) =>
  each(content, (inline) => {
    if (inline.type === "hardBreak") return <br />;
    if (inline.type === "figure") return <Chip code={inline.code} lookup={lookup} />;
    const text = inline.italic ? <em>{inline.text}</em> : inline.text;
    return inline.bold ? <strong>{text}</strong> : text;
  });

/** A figure in a text; one that has changed with what it said when the text was accepted. */
function Chip({ code, lookup }: { code: string; lookup: Lookup }) {
  const { t } = useLingui();
  const { text, label } = lookup.figure(code);
  const was = lookup.changed(code)?.was;
  return (
    <span className={css.chip} data-code={code} data-changed={was !== undefined || undefined} title={label}>
      <Unseen>{label}: </Unseen>
      {text}
      {was !== undefined && (
        <span className={css.was}>
          {" "}
          <History size={12} aria-hidden /> {t`was ${was}`}
        </span>
      )}
    </span>
  );
}
