import { useLingui } from "@lingui/react/macro";
import { useWord } from "../../../format";
import type { SourceNoteView } from "../../../ipc";
import { DanishText, LocalText } from "../../../parts/DanishText";
import { Heading } from "../../../parts/Heading";
import { Place } from "../../../parts/pool/Place";
import css from "./Detail.module.css";

/** Where the agreement contradicts itself or another source: what each place states, and what follows. */
export function NotesSection({ notes }: { notes: readonly SourceNoteView[] }) {
  const { t } = useLingui();
  const word = useWord();
  const count = notes.length;
  return (
    <section className={css.section} aria-labelledby="detail-notes">
      <Heading level={3} id="detail-notes" aside={`(${count})`}>
        {t`Where the sources disagree`}
      </Heading>
      {notes.map((note) => (
        <div key={note.key} className={css.part}>
          <h4 className={css.partTitle}>{word("note_kind", note.kind)}</h4>
          <p>
            <LocalText text={note.text} />
          </p>
          <dl className={css.versus}>
            <Line term={t`One place`} text={note.stated} />
            <Line term={t`Another`} text={note.other} />
            <Line term={t`Difference`} text={note.difference} />
          </dl>
          <p className={css.soft}>
            <Place>{note.place}</Place>
          </p>
        </div>
      ))}
    </section>
  );
}

function Line({ term, text }: { term: string; text: string }) {
  if (text === "") return null;
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <DanishText>{text}</DanishText>
      </dd>
    </>
  );
}
