import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { commands, type FileAccess, type FileView, type Language, type Preferences, type SessionView } from "../ipc";
import { chooseAgreement } from "./agreement";
import { setAsOf, useAsOf } from "./asOf";
import { activateLanguage } from "./i18n";
import { useDress } from "./theme";

export type Wishes = Required<Preferences>;

export type Session = {
  session: SessionView;
  preferences: Wishes;
  /** Changes some of the person's wishes, at once on the screen, and keeps them. */
  setPreferences: (patch: Partial<Wishes>) => void;
  language: Language;
  /** Whether anything may be changed: the file is open for writing, and the screen stands on today. */
  writable: boolean;
  /** Takes over the session of a file just opened or restored. */
  reopen: (session: SessionView) => void;
};

/** What the frame alone asks of the session. */
export type Keeping = {
  /** Why the wishes could not be kept; they hold until the program ends. */
  preferencesError: unknown;
  /** Rises with every file opened. */
  opening: number;
  /** Takes over the session after another municipality was chosen. */
  take: (session: SessionView) => void;
  /** Something about the open file became known, such as its newest backup. */
  setFile: (patch: Partial<FileView>) => void;
};

const SessionContext = createContext<Session | null>(null);

const KeepingContext = createContext<Keeping | null>(null);

/** Keeps the session from the start of the window: the person's wishes and the file that is open. */
export function SessionProvider({ started, children }: { started: SessionView; children: ReactNode }) {
  const client = useQueryClient();
  const [session, setSession] = useState(started);
  const [opening, setOpening] = useState(0);
  const [preferences, setShown] = useState<Wishes>(() => withDefaults(started.preferences));
  const [preferencesError, setError] = useState<unknown>(null);
  const newest = useRef(preferences);
  const asOf = useAsOf();
  useDress(preferences);

  const setPreferences = useCallback((patch: Partial<Wishes>) => {
    const spoken = newest.current.language;
    const next = { ...newest.current, ...patch };
    newest.current = next;
    const ready = next.language === spoken ? Promise.resolve() : activateLanguage(next.language);
    ready.then(() => setShown(newest.current));
    commands.preferencesSave(next).then(() => setError(null), setError);
  }, []);
  const take = useCallback((chosen: SessionView) => {
    newest.current = { ...newest.current, municipalityCode: chosen.preferences.municipalityCode ?? "" };
    setShown(newest.current);
    setSession(chosen);
  }, []);
  const reopen = useCallback(
    (opened: SessionView) => {
      client.clear();
      chooseAgreement(null);
      setAsOf(null);
      take(opened);
      setOpening((count) => count + 1);
    },
    [client, take],
  );
  const setFile = useCallback(
    (patch: Partial<FileView>) => setSession((now) => ({ ...now, file: { ...now.file, ...patch } })),
    [],
  );
  const value = useMemo<Session>(
    () => ({
      session,
      preferences,
      setPreferences,
      language: preferences.language,
      writable: session.file.access === "write" && asOf === null,
      reopen,
    }),
    [session, preferences, setPreferences, reopen, asOf],
  );
  const keeping = useMemo<Keeping>(
    () => ({ preferencesError, opening, take, setFile }),
    [preferencesError, opening, take, setFile],
  );
  return (
    <KeepingContext value={keeping}>
      <SessionContext value={value}>{children}</SessionContext>
    </KeepingContext>
  );
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession outside SessionProvider");
  return session;
}

/** How the data file is open; null where no session stands, as in the first moment of the window. */
export const useFileAccess = (): FileAccess | null => useContext(SessionContext)?.session.file.access ?? null;

export function useKeeping(): Keeping {
  const keeping = useContext(KeepingContext);
  if (!keeping) throw new Error("useKeeping outside SessionProvider");
  return keeping;
}

export function withDefaults(preferences: Preferences): Wishes {
  return {
    name: preferences.name ?? "",
    language: preferences.language ?? "da",
    theme: preferences.theme ?? "system",
    density: preferences.density ?? "compact",
    unit: preferences.unit ?? "mio",
    municipalityCode: preferences.municipalityCode ?? "",
    columns: preferences.columns ?? [],
    detailWidth: preferences.detailWidth ?? 360,
    notifications: preferences.notifications ?? true,
    calendarFiles: preferences.calendarFiles ?? [],
    overviewSeen: preferences.overviewSeen ?? "",
  };
}
