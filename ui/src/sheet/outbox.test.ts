import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Outbox } from "./outbox";
import type { SheetProblem } from "./types";

const edit = (text: string, column = "q", row = "a") => ({ row, column, text });

/** An outbox whose sends are answered by hand. */
function made() {
  const outbox = new Outbox();
  const sent: string[] = [];
  const answers: ((problems: SheetProblem[] | Error) => Promise<void>)[] = [];
  const shown = new Map<string, string>();
  outbox.seen = ({ row, column }) => shown.get(`${row} ${column}`) ?? "";
  outbox.worded = (error) => `worded: ${(error as Error).message}`;
  outbox.send = (edits) => {
    sent.push(edits.map(({ text }) => text).join());
    return new Promise((resolve, reject) => {
      answers.push(async (answer) => {
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
        await vi.advanceTimersByTimeAsync(0);
      });
    });
  };
  const answer = async (problems: SheetProblem[] | Error = []) => {
    await vi.advanceTimersByTimeAsync(0);
    await answers.shift()?.(problems);
  };
  const held = (column = "q", row = "a") => outbox.snapshot().rows.get(row)?.get(column);
  return { outbox, sent, answer, shown, held };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what is on its way", () => {
  it("goes out one at a time and in order, while more is typed", async () => {
    const { outbox, sent, answer, held } = made();
    outbox.put([edit("1")]);
    outbox.put([edit("2", "r")]);
    outbox.put([edit("3")]);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(["1"]);
    expect(held()).toEqual({ text: "3", refused: false });
    await answer();
    expect(sent).toEqual(["1", "2"]);
    await answer();
    await answer();
    expect(sent).toEqual(["1", "2", "3"]);
    expect(outbox.snapshot().busy).toBe(false);
  });

  it("is shown as typed until what is shown has followed, or stays the same", async () => {
    const { outbox, answer, shown, held } = made();
    outbox.put([edit("1")]);
    await answer();
    expect(held()?.text).toBe("1");
    outbox.follow();
    expect(held()?.text).toBe("1");
    shown.set("a q", "1,00");
    outbox.follow();
    expect(held()).toBeUndefined();
    outbox.put([edit("1,00")]);
    await answer();
    expect(held()?.text).toBe("1,00");
    await vi.advanceTimersByTimeAsync(2000);
    expect(held()).toBeUndefined();
  });

  it("waits before what else is asked, and goes on after a failure", async () => {
    const { outbox, sent, answer } = made();
    const order: string[] = [];
    outbox.put([edit("1")]);
    const added = outbox.ask(async () => order.push(`row after ${sent.length}`));
    outbox.put([edit("2")]);
    await answer(new Error("disk"));
    await added;
    await answer();
    expect(order).toEqual(["row after 1"]);
    expect(sent).toEqual(["1", "2"]);
  });

  it("draws only the rows again in which something changed", async () => {
    const { outbox } = made();
    outbox.put([edit("1")]);
    const before = outbox.snapshot().rows.get("a");
    outbox.put([edit("1", "q", "b")]);
    expect(outbox.snapshot().rows.get("a")).toBe(before);
  });
});

describe("what is refused", () => {
  it("stays in its cell with the reason until it is mended", async () => {
    const { outbox, sent, answer, held } = made();
    outbox.put([edit("1.2.3")]);
    outbox.put([edit("5", "r")]);
    await answer([{ row: "a", column: "q", message: "Not a number." }]);
    await answer();
    expect(held()).toEqual({ text: "1.2.3", refused: true, problem: "Not a number." });
    expect(sent).toEqual(["1.2.3", "5"]);
    outbox.put([edit("1,2")]);
    expect(held()).toEqual({ text: "1,2", refused: false });
    await answer();
    expect(outbox.snapshot().refused).toEqual([]);
  });

  it("keeps a throw as the reason, and can be sent again or taken back", async () => {
    const { outbox, sent, answer, held } = made();
    outbox.put([edit("1")]);
    await answer(new Error("file is locked"));
    expect(held()).toEqual({ text: "1", refused: true, problem: "worded: file is locked" });
    const [batch] = outbox.snapshot().refused;
    if (batch) outbox.again(batch);
    expect(held()?.refused).toBe(false);
    await answer(new Error("file is locked"));
    expect(sent).toEqual(["1", "1"]);
    const newest = outbox.newestRefused();
    if (newest) outbox.takeBack(newest);
    expect(held()).toBeUndefined();
  });

  it("holds a paste together: mending its last wrong cell sends all of it", async () => {
    const { outbox, sent, answer, held } = made();
    outbox.put([edit("1"), edit("x", "r"), edit("y", "q", "b")]);
    await answer([
      { row: "a", column: "r", message: "No." },
      { row: "b", column: "q", message: "No." },
    ]);
    expect(held()).toEqual({ text: "1", refused: true });
    outbox.put([edit("2", "r")]);
    expect(held("r")).toEqual({ text: "2", refused: true });
    expect(sent).toHaveLength(1);
    outbox.put([edit("3", "q", "b")]);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[1]).toBe("1,2,3");
    expect(held()?.refused).toBe(false);
  });

  it("gives way to what is typed over it in a range", async () => {
    const { outbox, answer, held } = made();
    outbox.put([edit("x"), edit("2", "r")]);
    await answer([{ row: "a", column: "q", message: "No." }]);
    outbox.put([edit("7"), edit("8", "r")]);
    expect(outbox.snapshot().refused).toEqual([]);
    expect(held()?.text).toBe("7");
  });

  it("is the newest only while nothing was typed after it", async () => {
    const { outbox, answer } = made();
    outbox.put([edit("x")]);
    await answer([{ row: "a", column: "q", message: "No." }]);
    expect(outbox.newestRefused()).toBeDefined();
    outbox.put([edit("1", "r")]);
    expect(outbox.newestRefused()).toBeUndefined();
  });
});
