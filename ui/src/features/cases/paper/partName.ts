import type { PaperPart } from "../../../ipc";
import { words } from "../../../ipc/words";

/** What a part is called: its heading, or where it has none what stands there. Danish, as the paper is. */
export const partName = ({ heading, content }: PaperPart): string =>
  heading || (words[`part_content.${content}`]?.[0] ?? content);
