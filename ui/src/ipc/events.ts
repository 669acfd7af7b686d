import { listen } from "@tauri-apps/api/event";

/** Calls back with the tables another process changed in the data file. Returns what ends the listening. */
export function onDataChanged(changed: (tables: string[]) => void): () => void {
  const ending = listen<string[]>("data-changed", (event) => changed(event.payload));
  return () => {
    ending.then((end) => end());
  };
}

/** Calls back when the program has looked at the days by itself. Returns what ends the listening. */
export function onWatchChanged(changed: () => void): () => void {
  const ending = listen("watch-changed", changed);
  return () => {
    ending.then((end) => end());
  };
}
