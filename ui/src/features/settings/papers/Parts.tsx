import { useLingui } from "@lingui/react/macro";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import Plus from "lucide-react/icons/plus";
import X from "lucide-react/icons/x";
import { type KeyboardEvent, useRef } from "react";
import { useWord } from "../../../format";
import { words } from "../../../ipc/words";
import { IconButton } from "../../../parts/IconButton";
import { Menu } from "../../../parts/Menu";
import { TextArea, TextField } from "../../../parts/TextField";
import { added, changed, type Draft, lacking, moved, type PartDraft, removed } from "./draft";
import css from "./Papers.module.css";

/** The headings of a form in their order; Alt+Up and Alt+Down in a heading move it. */
export function Parts({
  draft,
  onDraft,
  wrong,
}: {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  /** What is wrong with a heading of one's own that is empty. */
  wrong: string | undefined;
}) {
  const { t } = useLingui();
  const word = useWord();
  const list = useRef<HTMLOListElement>(null);
  const last = draft.parts.length - 1;
  /** The heading stays in hand, wherever it was moved to or when one comes or goes. */
  const keep = (at: number, what = "input") =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-part="${at}"] ${what}`)?.focus());
  const move = (at: number, by: -1 | 1, what?: string) => {
    onDraft(moved(draft, at, by));
    keep(at, what);
  };
  const remove = (at: number) => {
    const from = draft.parts.findIndex((part) => part.at === at);
    const next = draft.parts[from + 1] ?? draft.parts[from - 1];
    onDraft(removed(draft, at));
    if (next) keep(next.at);
  };
  const add = (content: PartDraft["content"]) => {
    onDraft(added(draft, content, content === "own" ? "" : (words[`part_content.${content}`]?.[0] ?? "")));
    keep(draft.next);
  };
  return (
    <fieldset className={css.parts}>
      <legend>{t`Headings, in their order`}</legend>
      <ol ref={list}>
        {draft.parts.map((part, index) => {
          const name = part.heading || word("part_content", part.content);
          return (
            <li key={part.at} data-part={part.at}>
              <div className={css.part}>
                <TextField
                  label={word("part_content", part.content)}
                  lang="da"
                  value={part.heading}
                  placeholder={part.content === "own" ? undefined : t`without a heading`}
                  error={part.content === "own" && part.heading.trim() === "" ? wrong : undefined}
                  onChange={(heading) => onDraft(changed(draft, part.at, { heading }))}
                  onKeyDown={(event: KeyboardEvent) => {
                    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
                    if (!event.altKey || by === null) return;
                    event.preventDefault();
                    move(part.at, by);
                  }}
                />
                <IconButton
                  label={t`Move ${name} up`}
                  data-move="up"
                  aria-disabled={index === 0}
                  onClick={() => move(part.at, -1, "[data-move=up]")}
                >
                  <ArrowUp size={15} aria-hidden />
                </IconButton>
                <IconButton
                  label={t`Move ${name} down`}
                  data-move="down"
                  aria-disabled={index === last}
                  onClick={() => move(part.at, 1, "[data-move=down]")}
                >
                  <ArrowDown size={15} aria-hidden />
                </IconButton>
                <IconButton label={t`Remove ${name}`} onClick={() => remove(part.at)}>
                  <X size={15} aria-hidden />
                </IconButton>
              </div>
              <details open={part.phrase !== "" || undefined}>
                <summary>{t`Fixed text`}</summary>
                <TextArea
                  label={t`Fixed text under ${name}`}
                  hideLabel
                  lang="da"
                  rows={2}
                  value={part.phrase}
                  onChange={(phrase) => onDraft(changed(draft, part.at, { phrase }))}
                  description={t`Also bold as **bold**. The draft of a text begins with it.`}
                />
              </details>
            </li>
          );
        })}
      </ol>
      <Menu
        label={t`Add a heading`}
        sections={[
          {
            items: lacking(draft.parts).map((content) => ({
              id: content,
              label: word("part_content", content),
              onAction: () => add(content),
            })),
          },
        ]}
      >
        <Plus size={15} aria-hidden />
        {t`Add a heading`}
      </Menu>
    </fieldset>
  );
}
