import { useLingui } from "@lingui/react/macro";
import { Outlet, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { MovedNotice } from "../parts/moved/MovedNotice";
import { AccessBanner } from "./AccessBanner";
import { useAction } from "./actions";
import { AsOfBanner, setAsOf, useAsOf } from "./asOf";
import { useChangesElsewhere } from "./changes";
import css from "./Frame.module.css";
import { PreferencesProblem } from "./PreferencesProblem";
import { Rail } from "./Rail";
import { useSession } from "./session";
import { useUndo } from "./undo";

const Palette = lazy(() => import("./Palette"));

/** The window: rail to the left, the screen beside it, and what is offered everywhere. */
export function Frame() {
  const { t } = useLingui();
  const [searching, setSearching] = useState(false);
  useChangesElsewhere();
  useUndo();
  usePlaces();
  useBeginnings();
  useWishes();
  useAction({
    id: "palette.open",
    title: t`Search everywhere`,
    keys: "Ctrl+K",
    group: t`Go to`,
    run: () => setSearching(true),
  });
  return (
    <div className={css.frame}>
      <button type="button" className={css.skip} onClick={() => document.getElementById("screen")?.focus()}>
        {t`Skip to the content`}
      </button>
      <Rail />
      <main className={css.screen} id="screen" tabIndex={-1}>
        <AccessBanner />
        <AsOfBanner />
        <PreferencesProblem />
        <Outlet />
      </main>
      <MovedNotice />
      <Suspense>{searching && <Palette close={() => setSearching(false)} />}</Suspense>
    </div>
  );
}

function usePlaces() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const group = t`Go to`;
  useAction({ id: "go.overview", title: t`Overview`, group, run: () => void navigate({ to: "/overview" }) });
  useAction({ id: "go.initiatives", title: t`Initiatives`, group, run: () => void navigate({ to: "/initiatives" }) });
  useAction({ id: "go.pools", title: t`Pools`, group, run: () => void navigate({ to: "/pools" }) });
  useAction({
    id: "go.applications",
    title: t`Applications`,
    group,
    run: () => void navigate({ to: "/applications" }),
  });
  useAction({ id: "go.deadlines", title: t`Deadlines`, group, run: () => void navigate({ to: "/deadlines" }) });
  useAction({ id: "go.cases", title: t`Committee cases`, group, run: () => void navigate({ to: "/cases" }) });
  useAction({ id: "go.coming", title: t`Coming cases`, group, run: () => void navigate({ to: "/cases/coming" }) });
  useAction({ id: "go.economy", title: t`Economy`, group, run: () => void navigate({ to: "/economy" }) });
  useAction({ id: "go.financing", title: t`Financing`, group, run: () => void navigate({ to: "/financing" }) });
  useAction({ id: "go.history", title: t`History`, group, run: () => void navigate({ to: "/history" }) });
  useAction({ id: "go.settings", title: t`Settings`, group, run: () => void navigate({ to: "/settings" }) });
}

/** What can be begun from anywhere. */
function useBeginnings() {
  const { t } = useLingui();
  const { session, writable } = useSession();
  const navigate = useNavigate();
  const enabled = writable && session.municipality !== null;
  const group = t`Begin`;
  useAction({
    id: "application.create",
    title: t`New application`,
    group,
    run: () => void navigate({ to: "/applications/new" }),
    enabled,
  });
  useAction({
    id: "case.new",
    title: t`New committee case`,
    group,
    run: () => void navigate({ to: "/cases/new" }),
    enabled,
  });
  useAction({
    id: "intake.open",
    title: t`Read in a sheet …`,
    group,
    run: () => void navigate({ to: "/intake" }),
    enabled,
  });
  const asOf = useAsOf();
  useAction({
    id: "asOf.today",
    title: t`Back to today`,
    group: t`Go to`,
    run: () => setAsOf(null),
    enabled: asOf !== null,
  });
}

function useWishes() {
  const { t } = useLingui();
  const { preferences, setPreferences } = useSession();
  const { language, theme, density, unit } = preferences;
  const group = t`Look`;
  useAction({
    id: "look.language",
    title: language === "da" ? t`Show in English` : t`Show in Danish`,
    group,
    run: () => setPreferences({ language: language === "da" ? "en" : "da" }),
  });
  useAction({
    id: "look.light",
    title: t`Light colours`,
    group,
    run: () => setPreferences({ theme: "light" }),
    enabled: theme !== "light",
  });
  useAction({
    id: "look.dark",
    title: t`Dark colours`,
    group,
    run: () => setPreferences({ theme: "dark" }),
    enabled: theme !== "dark",
  });
  useAction({
    id: "look.system",
    title: t`Colours as the system`,
    group,
    run: () => setPreferences({ theme: "system" }),
    enabled: theme !== "system",
  });
  useAction({
    id: "look.density",
    title: density === "compact" ? t`Higher rows` : t`Lower rows`,
    group,
    run: () => setPreferences({ density: density === "compact" ? "comfortable" : "compact" }),
  });
  useAction({
    id: "look.unit",
    title: unit === "mio" ? t`Amounts in DKK` : t`Amounts in DKK m`,
    group,
    run: () => setPreferences({ unit: unit === "mio" ? "kr" : "mio" }),
  });
}
