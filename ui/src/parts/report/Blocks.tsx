import { useLingui } from "@lingui/react/macro";
import PencilLine from "lucide-react/icons/pencil-line";
import type { ReactNode } from "react";
import type { Block, ListStyle } from "../../ipc";
import { Mark } from "../Mark";
import { useDrawn } from "./context";
import { each } from "./each";
import { PaperTable } from "./PaperTable";
import css from "./Report.module.css";
import { Runs } from "./Runs";

/** What stands on a page or in a cell. */
export const Blocks = ({ blocks }: { blocks: readonly Block[] }) => each(blocks, (block) => <One block={block} />);

function One({ block }: { block: Block }): ReactNode {
  switch (block.block) {
    case "label":
      return <p className={css.label}>{block.text}</p>;
    case "heading":
      return <PaperHeading level={block.level} text={block.text} />;
    case "paragraph":
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case "list":
      return (
        <Listed style={block.style}>
          {each(block.items, (item) => (
            <li>
              <Runs runs={item.runs} />
              <Blocks blocks={item.inside} />
            </li>
          ))}
        </Listed>
      );
    case "table":
      return <PaperTable table={block} />;
    case "draft":
      return <Draft blocks={block.blocks} />;
    case "pageBreak":
      return <NewPage />;
  }
}

const levels = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

function PaperHeading({ level, text }: { level: number; text: string }) {
  const { level: first } = useDrawn();
  const Level = levels[first + level - 2] ?? "h6";
  return (
    <Level className={css.heading} data-level={level} data-heading={text}>
      {text}
    </Level>
  );
}

function Listed({ style, children }: { style: ListStyle; children: ReactNode }) {
  if (style === "bullets") return <ul className={css.list}>{children}</ul>;
  return (
    <ol className={css.list} type={style === "letters" ? "a" : "1"}>
      {children}
    </ol>
  );
}

/** Text nobody has accepted yet: a bar beside it, and said so. */
function Draft({ blocks }: { blocks: readonly Block[] }) {
  const { t } = useLingui();
  const { screen } = useDrawn();
  return (
    <div className={css.draft} data-draft>
      <p className={css.remark} lang={screen}>
        <Mark tone="warn" icon={<PencilLine size={13} aria-hidden />}>
          {t`Draft, not accepted`}
        </Mark>
      </p>
      <Blocks blocks={blocks} />
    </div>
  );
}

function NewPage() {
  const { t } = useLingui();
  const { screen } = useDrawn();
  return (
    <p className={css.page} lang={screen}>
      <span>{t`New page`}</span>
    </p>
  );
}
