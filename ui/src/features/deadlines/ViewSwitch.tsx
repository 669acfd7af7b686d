import { useLingui } from "@lingui/react/macro";
import CalendarDays from "lucide-react/icons/calendar-days";
import GanttChart from "lucide-react/icons/chart-no-axes-gantt";
import List from "lucide-react/icons/list";
import { Segments } from "../../parts/Segments";
import { store, useChoice } from "./choice";

/** List, month or timeline. */
export function ViewSwitch() {
  const { t } = useLingui();
  const { view } = useChoice();
  return (
    <Segments
      label={t`Show as`}
      value={view}
      segments={[
        { value: "list", label: t`List`, icon: <List size={14} aria-hidden /> },
        { value: "month", label: t`Month`, icon: <CalendarDays size={14} aria-hidden /> },
        { value: "timeline", label: t`Timeline`, icon: <GanttChart size={14} aria-hidden /> },
      ]}
      onChange={(chosen) => store.choose({ view: chosen })}
    />
  );
}
