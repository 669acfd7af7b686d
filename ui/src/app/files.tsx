import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from "react";
import { formatDateTime } from "../format";
import { commands, type OpenMode } from "../ipc";
import { ErrorText } from "../parts/ErrorText";
import { useAction } from "./actions";
import { setAsOf } from "./asOf";
import { fileName } from "./fileName";
import { useNotify } from "./notify";
import { homeOf, router } from "./router";
import { useKeeping, useSession } from "./session";

/** The day the example tells of: the committee's meeting. Everything is shown as it stood then, until a person goes on to today. */
const exampleDay = "2019-03-12";

export type FileDialog = "open" | "open_read_only" | "restore" | "check";

export type Files = {
  /** Opens one of the dialogs about the data file. */
  ask: (dialog: FileDialog) => void;
  /** Opens a file; throws what the program answers when it cannot. */
  open: (path: string, mode: OpenMode) => Promise<void>;
  /** Puts a backup in the file's place; throws likewise. */
  restore: (path: string) => Promise<void>;
  backUp: () => void;
  /** Opens the example, a file of its own beside the person's. */
  openExample: () => void;
  /** Leaves the example for the file that was open before it, or asks which. */
  openOwn: () => void;
};

const FilesContext = createContext<Files | null>(null);
const FileDialogs = lazy(() => import("./FileDialogs"));

export function FilesProvider({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const { session, reopen, language } = useSession();
  const { setFile } = useKeeping();
  const notify = useNotify();
  const client = useQueryClient();
  const [asked, ask] = useState<FileDialog | null>(null);
  const { access } = session.file;
  const readable = access !== "refused";

  const open = useCallback(
    async (path: string, mode: OpenMode) => {
      const opened = await commands.fileOpen(path, mode);
      await router.navigate({ to: homeOf(opened) });
      reopen(opened);
    },
    [reopen],
  );
  const restore = useCallback(
    async (path: string) => {
      const opened = await commands.fileRestore(path);
      await router.navigate({ to: homeOf(opened) });
      reopen(opened);
      // A file that was not open for writing could not be backed up: it was set aside instead.
      const kept =
        access === "write"
          ? t`The backup is restored. The file as it was is kept among the backups.`
          : t`The backup is restored. The old file lies beside it, with “-damaged-” in its name.`;
      notify({ tone: "ok", text: kept });
    },
    [reopen, notify, t, access],
  );
  const backUp = useCallback(() => {
    commands.fileBackUp().then(
      (backup) => {
        setFile({ lastBackup: backup.at });
        client.invalidateQueries({ queryKey: ["fileBackups"] });
        const at = formatDateTime(backup.at, language);
        notify({ tone: "ok", text: t`Backed up ${at}: ${fileName(backup.path)}` });
      },
      (error: unknown) => notify({ tone: "bad", text: <ErrorText error={error} bare /> }),
    );
  }, [setFile, client, notify, language, t]);

  const openExample = useCallback(() => {
    commands.exampleOpen().then(
      async (opened) => {
        await router.navigate({ to: "/overview" });
        reopen(opened);
        setAsOf(exampleDay);
      },
      (error: unknown) => notify({ tone: "bad", text: <ErrorText error={error} bare /> }),
    );
  }, [reopen, notify]);
  const own = useRef<string>(undefined);
  if (!session.example && readable) own.current = session.file.path;
  const openOwn = useCallback(() => {
    if (own.current === undefined) ask("open");
    else open(own.current, "write").catch(() => ask("open"));
  }, [open]);

  const group = t`File`;
  useAction({ id: "file.open", title: t`Open …`, keys: "Ctrl+O", group, run: () => ask("open") });
  useAction({ id: "file.open_read_only", title: t`Open read-only …`, group, run: () => ask("open_read_only") });
  useAction({ id: "file.back_up", title: t`Back up now`, group, run: backUp, enabled: readable });
  useAction({ id: "file.restore", title: t`Restore a backup …`, group, run: () => ask("restore") });
  useAction({ id: "file.check", title: t`Check the file`, group, run: () => ask("check"), enabled: readable });

  useAction({ id: "file.example", title: t`Open the example`, group, run: openExample, enabled: !session.example });

  const value = useMemo(
    () => ({ ask, open, restore, backUp, openExample, openOwn }),
    [open, restore, backUp, openExample, openOwn],
  );
  return (
    <FilesContext value={value}>
      {children}
      <Suspense>{asked && <FileDialogs dialog={asked} close={() => ask(null)} />}</Suspense>
    </FilesContext>
  );
}

export function useFiles(): Files {
  const files = useContext(FilesContext);
  if (!files) throw new Error("useFiles outside FilesProvider");
  return files;
}
