import { useLingui } from "@lingui/react/macro";
import Ban from "lucide-react/icons/ban";
import Pencil from "lucide-react/icons/pencil";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import { useSession } from "../../app/session";
import { formatDate, useWord } from "../../format";
import type { RuleSource, RuleView, TermsView } from "../../ipc";
import { DanishText, LocalText } from "../DanishText";
import { ErrorText } from "../ErrorText";
import { IconButton } from "../IconButton";
import { Mark } from "../Mark";
import { hostOf, Source } from "../pool/Sources";
import { DocumentLink } from "./Instrument";
import { Origin } from "./Origin";
import type { Documents } from "./TermsPanel";
import css from "./terms.module.css";
import { type TermsOf, useTermsSave } from "./useTerms";

/** A rule in words, where it stands, and where it was set. */
export function RuleLine({
  terms,
  view,
  documents,
  rule,
  busy,
  onChange,
}: {
  terms: TermsOf;
  view: TermsView;
  documents: Documents;
  rule: RuleView;
  /** Another rule's form is open. */
  busy: boolean;
  /** Opens its form, for it to hold or not. */
  onChange: (applies: boolean) => void;
}) {
  const { t } = useLingui();
  const { writable, language } = useSession();
  const word = useWord();
  const save = useTermsSave(terms, view);
  const { kind, row, origin } = rule;
  const name = word("rule", kind);
  const source = rule.rule?.source;
  const on = source?.on && formatDate(source.on, language, "long");
  return (
    <div className={css.rule} data-off={rule.rule === null || undefined}>
      <div className={css.text}>
        <p>
          <span className={css.kind}>{name}: </span>
          <span className={css.sentence}>
            {rule.rule === null && (
              <>
                <Mark tone="warn" icon={<Ban size={14} aria-hidden />}>{t`out of force`}</Mark>{" "}
              </>
            )}
            <LocalText text={rule.text} />
          </span>
        </p>
        <p className={css.where}>
          <Origin origin={origin} />
          {source && <Where source={source} />}
          {on && <span>{on}</span>}
          {source && source.documentId !== null && <DocumentLink id={source.documentId} documents={documents} />}
        </p>
        {source?.note.da && (
          <p className={css.note}>
            <LocalText text={source.note} />
          </p>
        )}
        {save.error && <ErrorText error={save.error} />}
      </div>
      {writable && (
        <div className={css.tools}>
          <IconButton
            label={t`Change: ${name}`}
            data-rule={kind}
            aria-disabled={busy || undefined}
            onClick={() => !busy && onChange(true)}
          >
            <Pencil size={14} aria-hidden />
          </IconButton>
          {rule.rule !== null && (
            <IconButton
              label={t`Put out of force: ${name}`}
              aria-disabled={busy || undefined}
              onClick={() => !busy && onChange(false)}
            >
              <Ban size={14} aria-hidden />
            </IconButton>
          )}
          {row && (
            <IconButton
              label={t`Back to what held before: ${name}`}
              aria-disabled={busy || save.busy || undefined}
              onClick={() => !busy && void save.deleteRule(row)}
            >
              <RotateCcw size={14} aria-hidden />
            </IconButton>
          )}
        </div>
      )}
    </div>
  );
}

/** The place in the text, which leads to it; whose text it is, and where there is room its title. */
function Where({ source: { title, url, place } }: { source: RuleSource }) {
  const host = url && hostOf(url);
  return (
    <>
      {url ? (
        <span className={css.source}>
          <Source address={url} name={place || title || host} />
        </span>
      ) : (
        place && (
          <span>
            <DanishText>{place}</DanishText>
          </span>
        )
      )}
      {host && (place || title) && <span>{host}</span>}
      {title && (place || !url) && (
        <span className={url ? css.roomy : undefined}>
          <DanishText>{title}</DanishText>
        </span>
      )}
    </>
  );
}
