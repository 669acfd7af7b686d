import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import Archive from "lucide-react/icons/archive";
import CalendarClock from "lucide-react/icons/calendar-clock";
import ChartColumn from "lucide-react/icons/chart-column";
import FileText from "lucide-react/icons/file-text";
import FlaskConical from "lucide-react/icons/flask-conical";
import Gavel from "lucide-react/icons/gavel";
import HandCoins from "lucide-react/icons/hand-coins";
import History from "lucide-react/icons/history";
import Landmark from "lucide-react/icons/landmark";
import LayoutDashboard from "lucide-react/icons/layout-dashboard";
import List from "lucide-react/icons/list";
import Lock from "lucide-react/icons/lock";
import Search from "lucide-react/icons/search";
import SettingsIcon from "lucide-react/icons/settings";
import type { ReactNode } from "react";
import { Unseen } from "../parts/Figure";
import { Mark } from "../parts/Mark";
import { useActions } from "./actions";
import { useBackupAge } from "./backupAge";
import { FileMenu } from "./FileMenu";
import { useFiles } from "./files";
import { LookSwitches } from "./LookSwitches";
import { MunicipalitySwitch } from "./MunicipalitySwitch";
import { useOverview } from "./overview";
import { Person } from "./Person";
import css from "./Rail.module.css";
import { useSession } from "./session";

/** Where one is and where one can go. In a narrow window the words give way to icons and stay as names. */
export function Rail() {
  const { t } = useLingui();
  const { session } = useSession();
  const { runAction } = useActions();
  const { openOwn } = useFiles();
  const backup = useBackupAge();
  const { data: overview } = useOverview(null);
  return (
    <nav className={css.rail} aria-label={t`Main`}>
      <div className={css.top}>
        <span className={css.name}>Tilsagn</span>
        <FileMenu />
      </div>
      <MunicipalitySwitch />
      {session.example && (
        <div className={css.example}>
          <Mark tone="warn" icon={<FlaskConical size={15} aria-hidden />}>
            <span className={css.exampleWord}>{t`Example`}</span>
          </Mark>
          <button type="button" className={css.way} onClick={openOwn}>
            {t`Open your own file`}
          </button>
        </div>
      )}
      <ul className={css.places}>
        <Place
          to="/overview"
          icon={<LayoutDashboard size={18} aria-hidden />}
          name={t`Overview`}
          count={overview?.attention.length}
        />
        <Place to="/initiatives" icon={<List size={18} aria-hidden />} name={t`Initiatives`} />
        <Place to="/pools" icon={<HandCoins size={18} aria-hidden />} name={t`Pools`} />
        <Place to="/applications" icon={<FileText size={18} aria-hidden />} name={t`Applications`} />
        <Place to="/deadlines" icon={<CalendarClock size={18} aria-hidden />} name={t`Deadlines`} />
        <Place to="/cases" icon={<Gavel size={18} aria-hidden />} name={t`Committee cases`} />
        <Place to="/economy" icon={<ChartColumn size={18} aria-hidden />} name={t`Economy`} />
        <Place to="/financing" icon={<Landmark size={18} aria-hidden />} name={t`Financing`} />
        <Place to="/history" icon={<History size={18} aria-hidden />} name={t`History`} />
      </ul>
      <div className={css.foot}>
        {session.file.access === "read_only" && (
          <Link className={css.locked} to="/settings/$section" params={{ section: "file" }} title={t`Read-only`}>
            <Lock size={16} aria-hidden />
            <span>{t`Read-only`}</span>
          </Link>
        )}
        <Person />
        <Link to="/settings" className={css.low} activeProps={{ "data-here": true }} title={t`Settings`}>
          <SettingsIcon size={17} aria-hidden />
          <span>{t`Settings`}</span>
        </Link>
        <button
          type="button"
          className={css.low}
          aria-keyshortcuts="Control+K"
          title={t`Search everywhere`}
          onClick={() => runAction("palette.open")}
        >
          <Search size={17} aria-hidden />
          <span>{t`Ctrl K · search everywhere`}</span>
        </button>
        <Link className={css.low} to="/settings/$section" params={{ section: "file" }} title={backup}>
          <Archive size={17} aria-hidden />
          <span>{backup}</span>
        </Link>
        <LookSwitches />
      </div>
    </nav>
  );
}

type PlaceProps = {
  to:
    | "/overview"
    | "/initiatives"
    | "/pools"
    | "/applications"
    | "/deadlines"
    | "/cases"
    | "/economy"
    | "/financing"
    | "/history";
  icon: ReactNode;
  name: string;
  /** What needs action there. */
  count?: number | undefined;
};

function Place({ to, icon, name, count = 0 }: PlaceProps) {
  const { t } = useLingui();
  return (
    <li>
      <Link to={to} title={name} className={css.place} activeProps={{ "data-here": true }}>
        {icon}
        <span>{name}</span>
        {count > 0 && (
          <b className={css.count}>
            {count}
            <Unseen>{t`need action`}</Unseen>
          </b>
        )}
      </Link>
    </li>
  );
}
