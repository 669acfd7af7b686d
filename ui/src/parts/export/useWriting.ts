import { useCallback, useEffect, useRef, useState } from "react";
import {
  type Error as CommandFailure,
  commands,
  type PaperAsked,
  type PaperFormat,
  type PaperProgress,
  type PaperWritten,
} from "../../ipc";
import { asFailure } from "../ErrorText";
import { nameOf, wroteTo } from "./place";

/** What takes longer than this shows how far it has come, in milliseconds. */
const LONG = 1000;
/** How often it is asked how far it has come, in milliseconds. */
const OFTEN = 300;

export type Writing = {
  busy: boolean;
  /** It has been told to stop, and has not yet done so. */
  stopping: boolean;
  /** The name of the file that is written, or was last. */
  file: string;
  /** How far it has come, once it takes long. */
  progress: PaperProgress | null;
  /** What was written last. */
  written: PaperWritten | null;
  /** Why nothing was written. */
  failure: CommandFailure | null;
  /** A file that lies there, which the person must say is to be replaced. */
  inTheWay: string | null;
  write: (path: string, replace: boolean) => Promise<void>;
  stop: () => void;
  /** Leaves the file that lies there as it is. */
  spare: () => void;
  /** Forgets how the last writing went. */
  reset: () => void;
};

/** Of what has not begun nothing is known. */
const unbegun: PaperProgress = { done: 0, of: 0, file: "" };

/** The writing of a paper to a file. */
export function useWriting(asked: PaperAsked, format: PaperFormat | undefined): Writing {
  const [busy, setBusy] = useState(false);
  const [stopping, setStopping] = useState(false);
  const [file, setFile] = useState("");
  const [progress, setProgress] = useState<PaperProgress | null>(null);
  const [written, setWritten] = useState<PaperWritten | null>(null);
  const [failure, setFailure] = useState<Writing["failure"]>(null);
  const [inTheWay, setInTheWay] = useState<string | null>(null);
  const running = useRef(false);
  const stopped = useRef(false);

  useEffect(() => {
    if (!busy) return;
    const began = performance.now();
    const timer = setInterval(() => {
      if (performance.now() - began < LONG) return;
      // How far it has come is only told: what is refused here is told by the writing itself.
      commands.paperProgress().then(
        (now) => running.current && setProgress(now ?? unbegun),
        () => undefined,
      );
    }, OFTEN);
    return () => clearInterval(timer);
  }, [busy]);

  const reset = useCallback(() => {
    setWritten(null);
    setFailure(null);
    setInTheWay(null);
  }, []);

  const write = async (path: string, replace: boolean) => {
    if (running.current || !format) return;
    running.current = true;
    stopped.current = false;
    setBusy(true);
    setFile(nameOf(path));
    reset();
    try {
      const done = await commands.paperWrite(asked, format, path, replace);
      wroteTo(done.path);
      setWritten(done);
    } catch (refusal) {
      const why = asFailure(refusal);
      if (why.code === "file_exists" && !replace) setInTheWay(path);
      else setFailure(why);
    } finally {
      running.current = false;
      setBusy(false);
      setStopping(false);
      setProgress(null);
    }
  };
  const stop = useCallback(() => {
    if (!running.current || stopped.current) return;
    stopped.current = true;
    // It stops between two steps: that the person was heard is said at once.
    setStopping(true);
    // Where it is done before it is told to stop there is nothing to stop.
    commands.paperStop().catch(() => undefined);
  }, []);
  const spare = useCallback(() => setInTheWay(null), []);
  return { busy, stopping, file, progress, written, failure, inTheWay, write, stop, spare, reset };
}
