import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { commands, type FigureChange, type PaperPart, type PaperView } from "../../../ipc";
import { ErrorText } from "../../../parts/ErrorText";
import { Heading } from "../../../parts/Heading";
import { Loading } from "../../../parts/Loading";
import { ReportPreview } from "../../../parts/report/ReportPreview";
import css from "./paper.module.css";

/** The whole paper as it will be written, or a copy as it was handed in; it follows the heading in hand. */
export function Preview({ view, copy, heading }: { view: PaperView; copy: number | null; heading: string | null }) {
  const { t } = useLingui();
  const pane = useRef<HTMLElement>(null);
  const earlier = useQuery({
    queryKey: ["paper", view.committeeCaseId, "copy", copy],
    queryFn: () =>
      commands.paperPreview({
        of: { kind: "case", id: view.committeeCaseId, form: null, copy },
        asOf: null,
        language: "da",
        closed: true,
      }),
    enabled: copy !== null,
  });
  useEffect(() => {
    const box = pane.current;
    if (heading === null || !box) return;
    const found = [...box.querySelectorAll<HTMLElement>("[data-heading]")].find(
      (one) => one.dataset.heading === heading,
    );
    // A part without a heading stands at the top.
    const top = found ? found.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - 48 : 0;
    box.scrollTo?.({ top });
  }, [heading]);
  const under = useMemo(() => byHeading(view.parts), [view.parts]);
  const stands = view.handedIn?.id;
  // Another paper is read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what make it another
  useEffect(() => {
    pane.current?.scrollTo?.({ top: 0 });
  }, [copy, stands]);
  const number = view.copies.find(({ id }) => id === copy)?.handedIn.number;
  const title =
    copy !== null
      ? t`Copy ${number} as it was handed in`
      : view.handedIn
        ? t`The paper as handed in`
        : t`The paper as it is now`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section ref={pane} className={css.preview} aria-label={title} tabIndex={0}>
      <div className={css.previewHead}>
        <Heading level={2}>{title}</Heading>
      </div>
      {copy === null ? (
        <ReportPreview report={view.report} changed={view.handedIn ? view.changed : under} level={3} />
      ) : earlier.isError ? (
        <ErrorText error={earlier.error} retry={() => earlier.refetch()} />
      ) : earlier.data?.report ? (
        <ReportPreview report={earlier.data.report} level={3} />
      ) : (
        <Loading />
      )}
    </section>
  );
}

/** What has changed in the texts under each heading; parts without one share a place. */
function byHeading(parts: readonly PaperPart[]): ReadonlyMap<string, readonly FigureChange[]> {
  const under = new Map<string, readonly FigureChange[]>();
  for (const { heading, changed } of parts) under.set(heading, [...(under.get(heading) ?? []), ...changed]);
  return under;
}
