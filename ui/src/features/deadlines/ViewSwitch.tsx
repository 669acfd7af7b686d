import { useLingui } from "@lingui/react/macro";
import CalendarDays from "lucide-react/icons/calendar-days";
import GanttChart from "lucide-react/icons/chart-no-axes-gantt";
import List from "lucide-react/icons/list";
import { useId } from "react";
import { store, useChoice } from "./choice";
import css from "./deadlines.module.css";

/** List, month or timeline. */
export function ViewSwitch() {
  const { t } = useLingui();
  const { view } = useChoice();
  const name = useId();
  const choices = [
    { value: "list", label: t`List`, Icon: List },
    { value: "month", label: t`Month`, Icon: CalendarDays },
    { value: "timeline", label: t`Timeline`, Icon: GanttChart },
  ] as const;
  return (
    <fieldset className={css.switch}>
      <legend>{t`Show as`}</legend>
      {choices.map(({ value, label, Icon }) => (
        <label key={value} data-chosen={view === value || undefined}>
          <input
            type="radio"
            name={name}
            data-view={value}
            checked={view === value}
            onChange={() => store.choose({ view: value })}
          />
          <Icon size={14} aria-hidden />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
