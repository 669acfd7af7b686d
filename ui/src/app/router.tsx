import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import InitiativesScreen from "../features/initiatives/InitiativesScreen";
import { Frame } from "./Frame";
import { NoSuchPlace, ScreenProblem } from "./ScreenProblem";

const root = createRootRoute({ component: Frame });
const index = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/initiatives" });
  },
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
    initiatives.addChildren([initiative]),
    pools.addChildren([pool]),
    financing,
    history,
    settings.addChildren([section]),
  ]),
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
