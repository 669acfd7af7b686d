import { useLingui } from "@lingui/react/macro";
import Ban from "lucide-react/icons/ban";
import Pencil from "lucide-react/icons/pencil";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import Trash from "lucide-react/icons/trash-2";
import { useSession } from "../../app/session";
import { useWord } from "../../format";
import type { DateRuleView, TermsView } from "../../ipc";
import { DanishText, LocalText } from "../DanishText";
import { ErrorText } from "../ErrorText";
import { IconButton } from "../IconButton";
import { Mark } from "../Mark";
import { hostOf, Source } from "../pool/Sources";
import { isOwn } from "./dateRules";
import { Origin } from "./Origin";
import css from "./terms.module.css";
import { type TermsOf, useTermsSave } from "./useTerms";

/** A rule that days follow from, in words: what is due and when, where that stands, and where it was set. */
export function DateRuleLine({
  terms,
  view,
  rule,
  busy,
  onChange,
}: {
  terms: TermsOf;
  view: TermsView;
  rule: DateRuleView;
  /** Another rule's form is open. */
  busy: boolean;
  /** Opens its form, for it to hold or not. */
  onChange: (applies: boolean) => void;
}) {
  const { t } = useLingui();
  const { writable } = useSession();
  const word = useWord();
  const save = useTermsSave(terms, view);
  const { kind, title, row, applies, source, url } = rule;
  const name = title || word("deadline_kind", kind);
  const own = row !== null && isOwn(rule);
  const tools = busy || undefined;
  return (
    <div className={css.rule} data-off={!applies || undefined}>
      <div className={css.text}>
        <p>
          <span className={css.kind}>
            {word("deadline_kind", kind)}
            {title && (
              <>
                {" ("}
                <DanishText>{title}</DanishText>
                {")"}
              </>
            )}
            {": "}
          </span>
          <span className={css.sentence}>
            {!applies && (
              <>
                <Mark tone="warn" icon={<Ban size={14} aria-hidden />}>{t`out of force`}</Mark>{" "}
              </>
            )}
            <LocalText text={rule.text} />
          </span>
        </p>
        <p className={css.where}>
          <Origin origin={rule.origin} />
          {url && <Source address={url} name={hostOf(url)} />}
        </p>
        {applies && source.da && (
          <p className={css.note}>
            <LocalText text={source} />
          </p>
        )}
        {save.error && <ErrorText error={save.error} />}
      </div>
      {writable && (
        <div className={css.tools}>
          <IconButton
            label={t`Change: ${name}`}
            data-day-rule={rule.key}
            aria-disabled={tools}
            onClick={() => !busy && onChange(true)}
          >
            <Pencil size={14} aria-hidden />
          </IconButton>
          {applies && !own && (
            <IconButton
              label={t`Put out of force: ${name}`}
              aria-disabled={tools}
              onClick={() => !busy && onChange(false)}
            >
              <Ban size={14} aria-hidden />
            </IconButton>
          )}
          {row && (
            <IconButton
              label={own ? t`Delete the rule: ${name}` : t`Back to what held before: ${name}`}
              aria-disabled={tools || save.busy || undefined}
              onClick={(event) => {
                if (busy) return;
                const list = event.currentTarget.closest("section");
                // An own rule goes away with its buttons: the list keeps the keyboard.
                void save.deleteDateRule(
                  row,
                  () => own && list?.querySelector<HTMLElement>('[data-day-rule=""]')?.focus(),
                );
              }}
            >
              {own ? <Trash size={14} aria-hidden /> : <RotateCcw size={14} aria-hidden />}
            </IconButton>
          )}
        </div>
      )}
    </div>
  );
}
