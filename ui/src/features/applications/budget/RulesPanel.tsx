import { useLingui } from "@lingui/react/macro";
import X from "lucide-react/icons/x";
import { lazy, Suspense, useEffect, useRef } from "react";
import type { DocumentView } from "../../../ipc";
import { Heading } from "../../../parts/Heading";
import { IconButton } from "../../../parts/IconButton";
import { Loading } from "../../../parts/Loading";
import css from "./budget.module.css";

const TermsPanel = lazy(() => import("../../../parts/terms/TermsPanel"));

/** Beside the sheet: the rules the findings rest on, to look up and to change for this application. */
export function RulesPanel({
  applicationId,
  documents,
  onClose,
}: {
  applicationId: number;
  documents: readonly DocumentView[];
  onClose: () => void;
}) {
  const { t } = useLingui();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <section className={css.panel} aria-label={t`The funder's rules`}>
      <div className={css.panelHead}>
        <Heading level={2}>{t`The funder's rules`}</Heading>
        <IconButton ref={close} label={t`Close`} onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      <Suspense fallback={<Loading />}>
        <TermsPanel
          applicationId={applicationId}
          documents={documents.map(({ document }) => ({ id: document.id, title: document.name }))}
        />
      </Suspense>
    </section>
  );
}
