import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import Columns3 from "lucide-react/icons/columns-3";
import Plus from "lucide-react/icons/plus";
import Sheet from "lucide-react/icons/sheet";
import { lazy, type ReactNode, type RefObject } from "react";
import { useSession } from "../../app/session";
import { formatNumber } from "../../format";
import type { Unit } from "../../ipc";
import { Button } from "../../parts/Button";
import { IconButton } from "../../parts/IconButton";
import screen from "../../parts/listScreen.module.css";
import { PanelButton } from "../../parts/PanelButton";
import { ScreenHead } from "../../parts/ScreenHead";
import { SearchField } from "../../parts/SearchField";
import { Select } from "../../parts/Select";
import { store, useChoice } from "./choice";
import { ViewSwitch } from "./ViewSwitch";
import { Views } from "./Views";

const ColumnsPanel = lazy(() => import("./ColumnsPanel"));

type Props = {
  all: number;
  shown: number;
  search: RefObject<HTMLInputElement | null>;
  /** Leaves the search for the list. */
  toList: () => void;
  filters: ReactNode;
};

/** Name of the screen, what can be set for all of it, search and filters. */
export function Head({ all, shown, search, toList, filters }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { preferences, setPreferences, language, writable } = useSession();
  const { search: typed, board } = useChoice();
  const [here, of] = [formatNumber(shown, language), formatNumber(all, language)];
  const count = plural(all, { one: "# application", other: "# applications" });
  return (
    <ScreenHead
      title={t`Applications`}
      about={count}
      tools={
        <>
          {writable && (
            <Button
              tone="primary"
              icon={<Plus size={15} aria-hidden />}
              aria-keyshortcuts="Control+N"
              onClick={() => navigate({ to: "/applications/new" })}
            >
              {t`New application`}
            </Button>
          )}
          {writable && (
            <IconButton
              label={t`Read in a sheet`}
              onClick={() => navigate({ to: "/intake", search: { target: "applications" } })}
            >
              <Sheet size={16} aria-hidden />
            </IconButton>
          )}
          {all > 0 && <ViewSwitch />}
          <Select<Unit>
            label={t`Unit`}
            value={preferences.unit}
            options={[
              { value: "mio", label: t`DKK m` },
              { value: "kr", label: t`DKK` },
            ]}
            onChange={(unit) => setPreferences({ unit })}
          />
          <Views />
          {!board && all > 0 && (
            <PanelButton label={t`Columns`} icon={<Columns3 size={15} aria-hidden />} panel={<ColumnsPanel />}>
              {t`Columns`}
            </PanelButton>
          )}
        </>
      }
    >
      {all > 0 && (
        <>
          <div className={screen.search}>
            <SearchField
              ref={search}
              label={t`Search title, funder, pool, owner …`}
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
          {filters}
          <p className={screen.found} role="status">
            {t`${here} of ${of}`}
          </p>
        </>
      )}
    </ScreenHead>
  );
}
