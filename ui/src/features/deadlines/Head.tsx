import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import Columns3 from "lucide-react/icons/columns-3";
import Plus from "lucide-react/icons/plus";
import { lazy, type RefObject, useMemo } from "react";
import { useSession } from "../../app/session";
import { formatNumber } from "../../format";
import { Button } from "../../parts/Button";
import screen from "../../parts/listScreen.module.css";
import { PanelButton } from "../../parts/PanelButton";
import { ScreenHead } from "../../parts/ScreenHead";
import { SearchField } from "../../parts/SearchField";
import { store, useChoice } from "./choice";
import { DeadlinesExport } from "./DeadlinesExport";
import { Filters } from "./Filters";
import { useDeadlines } from "./useDeadlines";
import { ViewSwitch } from "./ViewSwitch";
import { Views } from "./Views";

const ColumnsPanel = lazy(() => import("./ColumnsPanel"));

type Props = {
  search: RefObject<HTMLInputElement | null>;
  /** Leaves the search for what is below. */
  toList: () => void;
  onNew: () => void;
  onCalendar: () => void;
};

/** Name of the screen, what can be set for all of it, search and filters. */
export function Head({ search, toList, onNew, onCalendar }: Props) {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const { search: typed, view } = useChoice();
  const { all, lines, view: deadlines } = useDeadlines();
  const [here, of] = [formatNumber(lines.length, language), formatNumber(all.length, language)];
  const late = useMemo(() => all.filter(({ item }) => item.flags.some(({ flag }) => flag === "overdue")).length, [all]);
  const { undated } = deadlines;
  const about = (
    <>
      {late > 0 && plural(late, { one: "# overdue", other: "# overdue" })}
      {late > 0 && undated > 0 && " · "}
      {undated > 0 && (
        <span title={t`Applications, tasks and conditions that ought to have a day and have none`}>
          {plural(undated, { one: "# undated", other: "# undated" })}
        </span>
      )}
    </>
  );
  return (
    <ScreenHead
      title={t`Deadlines`}
      about={(late > 0 || undated > 0) && about}
      tools={
        <>
          {writable && (
            <Button
              tone="primary"
              icon={<Plus size={15} aria-hidden />}
              aria-keyshortcuts="Control+N"
              data-new
              onClick={onNew}
            >
              {t`New deadline`}
            </Button>
          )}
          <DeadlinesExport onCalendar={onCalendar} />
          <ViewSwitch />
          <Views />
          {view === "list" && all.length > 0 && (
            <PanelButton label={t`Columns`} icon={<Columns3 size={15} aria-hidden />} panel={<ColumnsPanel />}>
              {t`Columns`}
            </PanelButton>
          )}
        </>
      }
    >
      {all.length > 0 && (
        <>
          <div className={screen.search}>
            <SearchField
              ref={search}
              label={t`Search deadlines …`}
              value={typed}
              onChange={(next) => store.choose({ search: next })}
              onKeyDown={(event) => {
                const leaves = event.key === "ArrowDown" || event.key === "Enter" || (event.key === "Escape" && !typed);
                if (!leaves || event.nativeEvent.isComposing) return;
                event.preventDefault();
                toList();
              }}
            />
          </div>
          <Filters />
          <p className={screen.found} role="status">
            {t`${here} of ${of}`}
          </p>
        </>
      )}
    </ScreenHead>
  );
}
