import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { commands, type SessionView } from "../ipc";
import { ErrorText } from "../parts/ErrorText";
import { ActionsProvider } from "./actions";
import { FilesProvider } from "./files";
import { activateLanguage } from "./i18n";
import { NotifyProvider } from "./notify";
import { homeOf, router } from "./router";
import { SessionProvider, useKeeping, useSession, withDefaults } from "./session";
import { dress } from "./theme";

const StartProblem = lazy(() => import("./StartProblem"));

// The data is a file on this machine: asking is cheap, a second try changes nothing, and no network decides anything.
const client = new QueryClient({
  defaultOptions: {
    queries: { networkMode: "always", retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
    mutations: { networkMode: "always", retry: false },
  },
});

async function start(): Promise<SessionView> {
  // The first screen's data is under way while the session is; a refusal is asked for again where it shows.
  void client.prefetchQuery({
    queryKey: ["register", null, null, null],
    queryFn: () => commands.register(null, null, null),
  });
  const started = await commands.sessionStart();
  const wishes = withDefaults(started.preferences);
  dress(wishes);
  await activateLanguage(wishes.language);
  return started;
}

export function App() {
  const [session, setSession] = useState<SessionView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const begin = () => {
    setError(null);
    start().then(setSession, async (refusal: unknown) => {
      await activateLanguage("da");
      setError(refusal);
    });
  };
  useEffect(begin, []);
  if (error)
    return (
      <I18nProvider i18n={i18n}>
        <main style={{ padding: 24 }}>
          <ErrorText error={error} retry={begin} />
        </main>
      </I18nProvider>
    );
  if (!session) return null;
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <SessionProvider started={session}>
          <NotifyProvider>
            <ActionsProvider>
              <FilesProvider>
                <Opened />
              </FilesProvider>
            </ActionsProvider>
          </NotifyProvider>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
}

/** The screens of the open file, drawn anew for each file opened; or why there is none. */
function Opened() {
  const { session } = useSession();
  const { opening } = useKeeping();
  if (session.file.access !== "refused")
    return <RouterProvider key={opening} router={router} context={{ home: homeOf(session) }} />;
  return (
    <Suspense>
      <StartProblem key={opening} />
    </Suspense>
  );
}
