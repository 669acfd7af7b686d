import { useLingui } from "@lingui/react/macro";
import Plus from "lucide-react/icons/plus";
import { lazy, Suspense, useRef, useState } from "react";
import { useSession } from "../../app/session";
import type { TermsView } from "../../ipc";
import { Button } from "../Button";
import { Heading } from "../Heading";
import { Loading } from "../Loading";
import { useReturn } from "../standing/useReturn";
import { DateRuleLine } from "./DateRuleLine";
import { dateDraftOf, emptyDateDraft } from "./dateRules";
import css from "./terms.module.css";
import type { TermsOf } from "./useTerms";

const DateRuleForm = lazy(() => import("./DateRuleForm"));

/** The form that is open: of a rule by its key, which is then to hold or not, or of a new one, whose key is empty. */
type Open = { key: string; applies: boolean } | null;

/** The rules that days follow from: each in words, where it stands, and how it is changed. */
export function DateRules({ terms, view }: { terms: TermsOf; view: TermsView }) {
  const { t } = useLingui();
  const { writable, language } = useSession();
  const [open, setOpen] = useState<Open>(null);
  const box = useRef<HTMLElement>(null);
  const left = useRef("");
  useReturn(open !== null, () => {
    const found = box.current?.querySelector<HTMLElement>(`[data-day-rule="${CSS.escape(left.current)}"]`);
    return found ?? box.current?.querySelector<HTMLElement>("[data-day-rule]");
  });
  const openAt = (next: { key: string; applies: boolean }) => {
    left.current = next.key;
    setOpen(next);
  };
  const close = () => setOpen(null);
  const { dateRules } = view;
  return (
    <section ref={box} className={css.days} aria-label={t`Days that follow from the rules`}>
      <Heading level={3}>{t`Days that follow from the rules`}</Heading>
      {dateRules.length === 0 ? (
        <p className={css.soft}>
          {view.preset !== null
            ? t`The usual rules name no days. Add what the pool's own text says: each day then stands in Deadlines and moves when what it counts from moves.`
            : t`No rules for days are known. Choose whose rules hold, or add what the pool's own text says: each day then stands in Deadlines and moves when what it counts from moves.`}
        </p>
      ) : (
        <ul className={css.rules}>
          {dateRules.map((rule) => (
            <li key={rule.key}>
              {open?.key === rule.key ? (
                <Suspense fallback={<Loading />}>
                  <DateRuleForm
                    terms={terms}
                    view={view}
                    row={rule.row}
                    begin={dateDraftOf(rule, open.applies, language)}
                    onEnd={close}
                  />
                </Suspense>
              ) : (
                <DateRuleLine
                  terms={terms}
                  view={view}
                  rule={rule}
                  busy={open !== null}
                  onChange={(applies) => openAt({ key: rule.key, applies })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {open?.key === "" && (
        <Suspense fallback={<Loading />}>
          <DateRuleForm terms={terms} view={view} row={null} begin={emptyDateDraft} onEnd={close} />
        </Suspense>
      )}
      {writable && open === null && (
        <div>
          <Button
            tone="quiet"
            icon={<Plus size={14} aria-hidden />}
            data-day-rule=""
            onClick={() => openAt({ key: "", applies: true })}
          >
            {t`Add a rule for a day`}
          </Button>
        </div>
      )}
    </section>
  );
}
