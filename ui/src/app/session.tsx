import { createContext, type ReactNode, useContext } from "react";
import type { Language, Preferences, SessionView } from "../ipc";

export type Wishes = Required<Preferences>;

export type Session = {
  session: SessionView;
  preferences: Wishes;
  /** Changes some of the person's wishes, at once on the screen, and keeps them. */
  setPreferences: (patch: Partial<Wishes>) => void;
  language: Language;
  /** Whether the data file may be changed. */
  writable: boolean;
  /** Takes over the session of a file just opened or restored. */
  reopen: (session: SessionView) => void;
};

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ value, children }: { value: Session; children: ReactNode }) {
  return <SessionContext value={value}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession outside SessionProvider");
  return session;
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
  };
}
