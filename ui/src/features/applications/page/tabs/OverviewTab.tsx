import { useLingui } from "@lingui/react/macro";
import Pencil from "lucide-react/icons/pencil";
import { type ReactNode, useRef } from "react";
import { useAction } from "../../../../app/actions";
import { useWord } from "../../../../format";
import { Button } from "../../../../parts/Button";
import { DanishText } from "../../../../parts/DanishText";
import { useKept } from "../../../../parts/standing/useKept";
import { useReturn } from "../../../../parts/standing/useReturn";
import { Days } from "../Days";
import { type FactsDraft, FactsForm } from "../FactsForm";
import css from "../Page.module.css";
import type { TabProps } from "../part";
import { Section } from "../Section";
import { useShown } from "../shown";

type Fact = { label: string; value: ReactNode; wide?: boolean };

/** What the project is, who has it, when, and for how much: read as it stands, corrected in one form in its place. */
export default function OverviewTab({ view, editable }: TabProps) {
  const { t } = useLingui();
  const word = useWord();
  const { sum, period } = useShown();
  const { application: row, row: line } = view;
  const [draft, keep] = useKept<FactsDraft>(`application ${row.id} facts`);
  const button = useRef<HTMLButtonElement>(null);
  const open = editable && draft !== null;
  const correct = () => draft === null && keep({ patch: {}, committees: null });
  useReturn(open, () => button.current);
  useAction({
    id: "application.correct",
    title: t`Correct the application`,
    keys: "Ctrl+E",
    group: t`Application`,
    run: correct,
    enabled: editable && !open,
  });
  const danish = (text: string | null) => text && <DanishText>{text}</DanishText>;
  const written = (text: string) =>
    text && (
      <span className={css.written}>
        <DanishText>{text}</DanishText>
      </span>
    );
  const amount = (label: string, value: string | null, note: string): Fact => ({
    label,
    value: (value !== null || note !== "") && (
      <>
        {sum(value)}
        {note && <span className={css.more}>{danish(note)}</span>}
      </>
    ),
  });
  const facts: Fact[] = [
    { label: t`Purpose`, value: written(row.purpose), wide: true },
    { label: t`Target group`, value: written(row.targetGroup), wide: true },
    amount(t`Applied for`, row.requested, row.requestedNote),
    amount(t`Granted`, row.awarded, row.awardedNote),
    amount(t`Total cost`, row.total, row.totalNote),
    { label: t`Project period`, value: period(row.periodStart, row.periodEnd) },
    { label: t`Department`, value: danish(line.department) },
    { label: t`Committees`, value: danish(line.committees.join(", ")) },
    { label: t`Owner`, value: danish(line.owner) },
    { label: t`Our role`, value: word("application_role", row.role) },
    { label: t`Number in the case system`, value: row.journalNumber },
    { label: t`Funder's reference`, value: row.funderReference },
    { label: t`Embedding`, value: written(row.embedding), wide: true },
  ];
  return (
    <>
      <Days view={view} editable={editable} />
      <Section
        title={t`The project`}
        tools={
          editable && (
            <Button
              ref={button}
              icon={<Pencil size={14} aria-hidden />}
              aria-disabled={open || undefined}
              title={t`Correct (Ctrl+E)`}
              aria-keyshortcuts="Control+E"
              onClick={correct}
            >
              {t`Correct`}
            </Button>
          )
        }
      >
        {open ? (
          <FactsForm view={view} draft={draft} keep={keep} />
        ) : (
          <dl className={css.facts}>
            {facts.map(({ label, value, wide }) => (
              <div key={label} data-wide={wide}>
                <dt>{label}</dt>
                <dd>{value || <span className={css.soft}>{t`not stated`}</span>}</dd>
              </div>
            ))}
          </dl>
        )}
      </Section>
    </>
  );
}
