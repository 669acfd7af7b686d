import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { commands, type SessionView } from "../ipc";
import { ActionsProvider } from "./actions";
import { activateLanguage } from "./i18n";
import { NotifyProvider } from "./notify";
import { router } from "./router";
import { type Session, SessionProvider, type Wishes, withDefaults } from "./session";
import { dress, useDress } from "./theme";

// The data is a file on this machine: asking is cheap, a second try changes nothing, and no network decides anything.
const client = new QueryClient({
  defaultOptions: {
    queries: { networkMode: "always", retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
    mutations: { networkMode: "always", retry: false },
  },
});

export function App() {
  const [session, setSession] = useState<SessionView | null>(null);
  useEffect(() => {
    commands.sessionStart().then(async (started) => {
      const wishes = withDefaults(started.preferences);
      dress(wishes);
      await activateLanguage(wishes.language);
      setSession(started);
    });
  }, []);
  return session && <Started session={session} setSession={setSession} />;
}

function Started({ session, setSession }: { session: SessionView; setSession: (session: SessionView) => void }) {
  const [preferences, setKept] = useState<Wishes>(() => withDefaults(session.preferences));
  const newest = useRef(preferences);
  useDress(preferences);
  const setPreferences = useCallback((patch: Partial<Wishes>) => {
    const next = { ...newest.current, ...patch };
    newest.current = next;
    const shown = patch.language ? activateLanguage(patch.language) : Promise.resolve();
    shown.then(() => setKept(next));
    commands.preferencesSave(next);
  }, []);
  const value = useMemo<Session>(
    () => ({
      session,
      preferences,
      setPreferences,
      language: preferences.language,
      writable: session.file.access === "write",
      reopen: (opened) => {
        client.clear();
        setSession(opened);
      },
    }),
    [session, preferences, setPreferences, setSession],
  );
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <SessionProvider value={value}>
          <NotifyProvider>
            <ActionsProvider>
              <RouterProvider router={router} />
            </ActionsProvider>
          </NotifyProvider>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
}
