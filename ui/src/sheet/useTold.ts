import { useCallback, useState } from "react";

/** `spoken` is for screen readers alone: the eye has seen it. */
export type Told = { text: string; tone: "info" | "bad" | "spoken"; count: number };
export type Tell = (text: string, tone: Told["tone"]) => void;

/** The last thing a sheet said. Each is another one, so that the same words are read out again. */
export function useTold(): { told: Told; tell: Tell; hush: () => void } {
  const [told, setTold] = useState<Told>({ text: "", tone: "info", count: 0 });
  const tell = useCallback<Tell>((text, tone) => setTold(({ count }) => ({ text, tone, count: count + 1 })), []);
  // Gone from the eye when the focus goes on; nothing is read out for that.
  const hush = useCallback(() => setTold((now) => (now.text === "" ? now : { ...now, text: "" })), []);
  return { told, tell, hush };
}
