import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import Pencil from "lucide-react/icons/pencil";
import Plus from "lucide-react/icons/plus";
import { lazy, Suspense, useRef, useState } from "react";
import { useAction } from "../../../app/actions";
import { useAsOf } from "../../../app/asOf";
import { useSession } from "../../../app/session";
import { formatWeekday } from "../../../format";
import { commands, type Deadline, type DeadlineItem } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { DanishText, LocalText } from "../../../parts/DanishText";
import { ItemDaysLeft } from "../../../parts/days/DaysLeft";
import { DayTime } from "../../../parts/days/DayTime";
import { DayMarks } from "../../../parts/days/FlagMark";
import { useDayName } from "../../../parts/days/looks";
import { MarkMenu } from "../../../parts/days/MarkMenu";
import { formatKnown } from "../../../parts/days/when";
import { ErrorText } from "../../../parts/ErrorText";
import { IconButton } from "../../../parts/IconButton";
import { Loading } from "../../../parts/Loading";
import { useKept } from "../../../parts/standing/useKept";
import { useReturn } from "../../../parts/standing/useReturn";
import css from "./days.module.css";
import type { TabProps } from "./part";
import { Section } from "./Section";

const DeadlineForm = lazy(() => import("../../../parts/deadline/DeadlineForm"));

/** As many as one looks ahead at; the rest stand under all of them. */
const shownAtFirst = 6;

/** The days of an application: the next ones first, with what is to be said of each; others can be entered. */
export function Days({ view, editable }: TabProps) {
  const { t } = useLingui();
  const asOf = useAsOf();
  const { id } = view.application;
  const [all, setAll] = useState(false);
  const [begun] = useKept<Deadline>(`deadline ${id} 0`);
  const [form, setForm] = useState<number | null>(begun ? 0 : null);
  const box = useRef<HTMLDivElement>(null);
  const last = useRef<number>(0);
  if (form !== null) last.current = form;
  const query = useQuery({
    queryKey: ["deadlines", asOf],
    queryFn: () => commands.deadlines(asOf),
    placeholderData: keepPreviousData,
  });
  useReturn(form !== null, () => {
    const at = box.current?.querySelector<HTMLElement>(`[data-day="${last.current}"]`);
    return at ?? box.current?.querySelector<HTMLElement>('[data-day="0"]');
  });
  const fresh = () => setForm(0);
  useAction({
    id: "deadline.new",
    title: t`New deadline of the application`,
    group: t`Application`,
    run: fresh,
    enabled: editable && form === null,
  });
  const days = (query.data?.items ?? []).filter(({ applicationId }) => applicationId === id);
  const ahead = days.filter((item) => item.doneOn === null && (item.days >= 0 || item.flags.length > 0));
  const shown = all ? days : ahead.slice(0, shownAtFirst);
  const rest = days.length - shown.length;
  const number = days.length;
  return (
    <div ref={box}>
      <Section
        title={t`Deadlines`}
        tools={
          editable && (
            <Button data-day={0} icon={<Plus size={14} aria-hidden />} aria-disabled={form !== null} onClick={fresh}>
              {t`New deadline`}
            </Button>
          )
        }
      >
        {form === 0 && (
          <Suspense fallback={<Loading />}>
            <DeadlineForm applicationId={id} row={null} onEnd={() => setForm(null)} />
          </Suspense>
        )}
        {query.isError && <ErrorText error={query.error} retry={() => void query.refetch()} />}
        {query.isPending && <Loading />}
        {query.data && days.length === 0 && form === null && (
          <p className={css.soft}>
            {t`No days yet. They come from the call, the funder's rules, the project's own period and the plan; others are entered here.`}
          </p>
        )}
        {shown.length > 0 && (
          <ul className={css.days}>
            {shown.map((item) => (
              <Day
                key={item.key}
                item={item}
                asOf={view.asOf}
                editable={editable}
                open={item.subjectTable === "deadline" && form === item.subjectId}
                onOpen={() => setForm(item.subjectId)}
                onEnd={() => setForm(null)}
              />
            ))}
          </ul>
        )}
        {(rest > 0 || all) && (
          <div className={css.foot}>
            <Button tone="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t`Only the next ones` : t`All ${number} deadlines, also those that have passed`}
            </Button>
            <Link to="." search={{ tab: "plan" }}>{t`See the plan`}</Link>
          </div>
        )}
      </Section>
    </div>
  );
}

function Day({
  item,
  asOf,
  editable,
  open,
  onOpen,
  onEnd,
}: {
  item: DeadlineItem;
  asOf: string;
  editable: boolean;
  open: boolean;
  onOpen: () => void;
  onEnd: () => void;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const nameOf = useDayName();
  const name = nameOf(item);
  const { row } = item;
  if (open && editable && row)
    return (
      <li className={css.form}>
        <Suspense fallback={<Loading />}>
          <DeadlineForm applicationId={row.applicationId} row={row} onEnd={onEnd} />
        </Suspense>
      </li>
    );
  return (
    <li className={css.day}>
      <span className={css.on}>
        {item.partial === null && <span className={css.soft}>{formatWeekday(item.on, language, "short")}</span>}{" "}
        {formatKnown(item, language, "short")}
        <span className={css.time}>
          <DayTime item={item} />
        </span>
      </span>
      <span className={css.what}>
        <span>
          {name}
          {item.detail && (
            <>
              {": "}
              <DanishText>{item.detail}</DanishText>
            </>
          )}
        </span>
        {item.source && (
          <span className={css.soft}>
            <LocalText text={item.source} />
          </span>
        )}
      </span>
      <span className={css.marks}>
        <DayMarks item={item} most={2} />
      </span>
      <span className={css.left}>{item.doneOn === null && !item.ended && <ItemDaysLeft item={item} />}</span>
      <span className={css.tools}>
        {editable && row && (
          <IconButton label={t`Correct ${name}`} data-day={item.subjectId} onClick={onOpen}>
            <Pencil size={14} aria-hidden />
          </IconButton>
        )}
        {editable && <MarkMenu item={item} today={asOf} />}
      </span>
    </li>
  );
}
