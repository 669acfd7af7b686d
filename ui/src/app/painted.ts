import { useEffect } from "react";
import { commands } from "../ipc";

let told = false;

/** Tells the program, once, that the register is on screen: two frames after `ready`, so that it has been painted. */
export function usePainted(ready: boolean) {
  useEffect(() => {
    if (!ready || told) return;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        told = true;
        commands.windowPainted().catch(() => undefined);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [ready]);
}
