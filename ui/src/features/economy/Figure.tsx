import { useEffect, useRef } from "react";
import type { ExposureGroup } from "../../ipc";
import { ErrorText } from "../../parts/ErrorText";
import { NoFigure } from "../../parts/Figure";
import { MadeButton, MadeOf } from "../../parts/Made";
import css from "./Economy.module.css";
import { type Measure, madeOf, type Place } from "./measures";
import { useFigures, useMeasureWords } from "./useMeasures";
import { useRows } from "./useRows";

type Props = {
  measure: Measure;
  place: Place;
  /** What the measure is called: a page has hundreds of figures, and all of a table have the same words. */
  name: string;
  /** The year, or that it is all of them, in words. */
  when: string;
  value: number;
  /** The value as it is read. */
  shown: string;
  /** Whose it is, where it is not everyone's. */
  group?: { group: ExposureGroup; name: string } | undefined;
};

/** A figure that opens the applications it is made of; none where there is nothing. */
export function Figure(props: Props) {
  const { name, when, value, shown, group } = props;
  if (value === 0)
    return (
      <span className={css.nothing}>
        <NoFigure />
      </span>
    );
  const title = [group?.name, `${name}, ${when}`].filter(Boolean).join(": ");
  return (
    <MadeButton title={title} panel={<Panel {...props} title={title} />}>
      {shown}
    </MadeButton>
  );
}

function Panel({ measure, place, value, group, title }: Props & { title: string }) {
  const words = useMeasureWords();
  const { whole } = useFigures();
  const box = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useRows();
  const made = madeOf(data ?? [], measure, place, group?.group);
  // The keyboard comes to the first of them, as it would had they been there at once.
  useEffect(() => {
    const dialog = box.current?.closest("[role=dialog]");
    if (data && dialog === document.activeElement) box.current?.querySelector("a")?.focus();
  }, [data]);
  return (
    <div ref={box}>
      <MadeOf
        title={title}
        how={words[measure].how}
        rows={made.map(({ row, value: part }) => ({
          id: row.applicationId,
          title: row.title,
          value: whole(measure, part),
        }))}
        ids={made.map(({ row }) => row.applicationId)}
        sum={whole(measure, value)}
      >
        {error && <ErrorText error={error} retry={() => void refetch()} />}
      </MadeOf>
    </div>
  );
}
