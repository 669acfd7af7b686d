import {
  createHashHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { type CaseWay, isCaseWay } from "../features/cases/ways";
import { isView, type View } from "../features/deadlines/views";
import InitiativesScreen from "../features/initiatives/InitiativesScreen";
import type { IntakeTarget, SessionView } from "../ipc";
import { Frame } from "./Frame";
import { NoSuchPlace, ScreenProblem } from "./ScreenProblem";

/** Where the window begins: the overview once the municipality has something in the file, else the register. */
export type Home = "/overview" | "/initiatives";

export const homeOf = ({ municipalities }: SessionView): Home =>
  municipalities.length > 0 ? "/overview" : "/initiatives";

const root = createRootRouteWithContext<{ home: Home }>()({ component: Frame });
const index = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: ({ context }) => {
    throw redirect({ to: context.home });
  },
});

// What stands after `?` in an address is typed by anyone: what is not understood counts as left out.
type Search = Record<string, unknown>;
const text = (value: unknown) => (value === undefined || value === null || value === "" ? undefined : String(value));
const id = (value: unknown) => (Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined);

const year = (value: unknown) => (/^(19|20|21)\d\d$/.test(String(value)) ? Number(value) : undefined);

/** Which part of a page is shown. */
const tab = (search: Search): { tab?: string | undefined } => ({ tab: text(search.tab) });

const overview = createRoute({
  getParentRoute: () => root,
  path: "overview",
  // One committee's part of it.
  validateSearch: ({ committee }: Search): { committee?: number | undefined } => ({ committee: id(committee) }),
  component: lazyRouteComponent(() => import("../features/overview/OverviewScreen")),
});

// A screen with something chosen is the same screen: the child route gives the number, the parent draws.
const initiatives = createRoute({ getParentRoute: () => root, path: "initiatives", component: InitiativesScreen });
const initiative = createRoute({ getParentRoute: () => initiatives, path: "$number" });
const pools = createRoute({
  getParentRoute: () => root,
  path: "pools",
  component: lazyRouteComponent(() => import("../features/pools/PoolsScreen")),
});
const pool = createRoute({ getParentRoute: () => pools, path: "$key" });

const applications = createRoute({
  getParentRoute: () => root,
  path: "applications",
  // The ids are those a figure is made of, with the figure's name as their title.
  validateSearch: (search: Search): { ids?: string | undefined; title?: string | undefined } => ({
    ids: text(search.ids),
    title: text(search.title),
  }),
  component: lazyRouteComponent(() => import("../features/applications/ApplicationsScreen")),
});
const applicationNew = createRoute({
  getParentRoute: () => applications,
  path: "new",
  // The pool to apply to, or the application to copy.
  validateSearch: (search: Search): { pool?: number | undefined; copy?: number | undefined } => ({
    pool: id(search.pool),
    copy: id(search.copy),
  }),
});
const application = createRoute({
  getParentRoute: () => root,
  path: "applications/$id",
  validateSearch: tab,
  component: lazyRouteComponent(() => import("../features/applications/page/ApplicationScreen")),
});

const cases = createRoute({
  getParentRoute: () => root,
  path: "cases",
  component: lazyRouteComponent(() => import("../features/cases/CasesScreen")),
});
const caseNew = createRoute({
  getParentRoute: () => cases,
  path: "new",
  // Pools and applications to recommend, each a list of ids parted by commas.
  validateSearch: (search: Search): { pools?: string | undefined; applications?: string | undefined } => ({
    pools: text(search.pools),
    applications: text(search.applications),
  }),
});
const coming = createRoute({
  getParentRoute: () => root,
  path: "cases/coming",
  component: lazyRouteComponent(() => import("../features/cases/coming/ComingScreen")),
});
const committeeCase = createRoute({
  getParentRoute: () => root,
  path: "cases/$id",
  // Its paper, or how it is handled.
  validateSearch: ({ view }: Search): { view?: CaseWay | undefined } => ({ view: isCaseWay(view) ? view : undefined }),
  component: lazyRouteComponent(() => import("../features/cases/CaseScreen")),
});

const deadlines = createRoute({
  getParentRoute: () => root,
  path: "deadlines",
  // Which view, and the day whose detail stands beside it.
  validateSearch: ({ view, day }: Search): { view?: View | undefined; day?: string | undefined } => ({
    view: isView(view) ? view : undefined,
    day: text(day),
  }),
  component: lazyRouteComponent(() => import("../features/deadlines/DeadlinesScreen")),
});

const intake = createRoute({
  getParentRoute: () => root,
  path: "intake",
  validateSearch: ({ target }: Search): { target?: IntakeTarget | undefined } => ({
    target: target === "pools" || target === "applications" ? target : undefined,
  }),
  component: lazyRouteComponent(() => import("../features/intake/IntakeScreen")),
});

const economy = createRoute({
  getParentRoute: () => root,
  path: "economy",
  // Which years, whose, and in which prices.
  validateSearch: (
    search: Search,
  ): Partial<Record<"from" | "to" | "committee" | "department" | "prices", number | undefined>> => ({
    from: year(search.from),
    to: year(search.to),
    committee: id(search.committee),
    department: id(search.department),
    prices: year(search.prices),
  }),
  component: lazyRouteComponent(() => import("../features/economy/EconomyScreen")),
});

const financing = createRoute({
  getParentRoute: () => root,
  path: "financing",
  component: lazyRouteComponent(() => import("../features/financing/FinancingScreen")),
});
const history = createRoute({
  getParentRoute: () => root,
  path: "history",
  component: lazyRouteComponent(() => import("../features/history/HistoryScreen")),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: "settings",
  component: lazyRouteComponent(() => import("../features/settings/SettingsScreen")),
});
const section = createRoute({ getParentRoute: () => settings, path: "$section" });

export const router = createRouter({
  routeTree: root.addChildren([
    index,
    overview,
    initiatives.addChildren([initiative]),
    pools.addChildren([pool]),
    applications.addChildren([applicationNew]),
    application,
    cases.addChildren([caseNew]),
    coming,
    committeeCase,
    deadlines,
    intake,
    economy,
    financing,
    history,
    settings.addChildren([section]),
  ]),
  context: { home: "/initiatives" },
  history: createHashHistory(),
  defaultErrorComponent: ScreenProblem,
  notFoundMode: "root",
  defaultNotFoundComponent: NoSuchPlace,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
