import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { ActionsProvider } from "../../app/actions";
import { NotifyProvider } from "../../app/notify";
import { SessionProvider } from "../../app/session";
import type { SessionView } from "../../ipc";

/** Shows a part of the applications as the window would, in English, for tests. */
export function show(part: ReactNode, client = new QueryClient()) {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  const started = {
    version: "0.1.0",
    preferences: { language: "en" },
    file: { path: "/tmp/a.db", bytes: null, access: "write", problem: null, choices: [], lastBackup: null },
    municipality: { id: 1, code: "173", name: "Lyngby-Taarbæk" },
    municipalities: [],
    example: false,
  } as unknown as SessionView;
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <SessionProvider started={started}>
          <NotifyProvider>
            <ActionsProvider>{part}</ActionsProvider>
          </NotifyProvider>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  return { client, user: userEvent.setup() };
}
