import { useLingui } from "@lingui/react/macro";
import Trash from "lucide-react/icons/trash-2";
import { useSession } from "../../../app/session";
import { commands, type PaperPart, type PaperView } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { ErrorText } from "../../../parts/ErrorText";
import { Heading } from "../../../parts/Heading";
import { useLookup } from "./lookup";
import { ProseText } from "./ProseText";
import css from "./paper.module.css";
import { partName } from "./partName";
import { usePaperSave } from "./usePaper";

/** Texts under headings the form does not have: kept, and not in the paper. */
export function LeftOver({ view }: { view: PaperView }) {
  const { t } = useLingui();
  if (view.leftOver.length === 0) return null;
  return (
    <section className={css.leftOver} aria-label={t`Not in the paper`}>
      <Heading level={2}>{t`Not in the paper`}</Heading>
      <p className={css.soft}>
        {t`These texts stand under headings that the chosen form does not have. They are kept, and are back when a form with the heading is chosen.`}
      </p>
      {view.leftOver.map((part) => (
        <Text key={part.key} view={view} part={part} />
      ))}
    </section>
  );
}

function Text({ view, part }: { view: PaperView; part: PaperPart }) {
  const { t } = useLingui();
  const { writable } = useSession();
  const lookup = useLookup(view, part.changed);
  const save = usePaperSave();
  const { row } = part;
  const name = partName(part);
  return (
    <div>
      <div className={css.partHead}>
        <Heading level={3}>
          <span lang="da">{name}</span>
        </Heading>
        {writable && row && (
          <Button
            tone="quiet"
            icon={<Trash size={14} aria-hidden />}
            aria-label={t`Remove “${name}”`}
            disabled={save.busy}
            onClick={() => void save.run(() => commands.paperTextDiscard(row.id, row.version))}
          >
            {t`Remove`}
          </Button>
        )}
      </div>
      <ProseText prose={part.prose} lookup={lookup} />
      {save.error && <ErrorText error={save.error} />}
    </div>
  );
}
