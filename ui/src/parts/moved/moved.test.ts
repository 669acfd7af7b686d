import { expect, test, vi } from "vitest";
import type { MovedDay } from "../../ipc";
import { countMoves, followed, onMoved, tellMoved } from "./moved";

const day = (key: string, kind: MovedDay["kind"], from: string | null, to: string | null): MovedDay => ({
  key,
  kind,
  step: null,
  title: "Rådgiver på hjul",
  detail: "",
  from,
  to,
});
const call = day("call:4:call:", "call", "2019-04-29", "2019-05-13");
const ours = day("application:8:call:4", "call", "2019-04-29", "2019-05-13");
const end = day("application:8:period_end:", "period_end", "2021-12-31", "2022-03-31");
const report = day("application:8:final_report:final", "final_report", "2022-03-31", "2022-06-30");
const paper = day("application:8:paper:paper:2", "paper", "2019-03-26", "2019-04-30");
const fresh = day("application:8:step:budget", "step", null, "2019-04-20");

test("what a form states itself is no news, what follows from it is", () => {
  expect(followed([call, ours, end, report, paper])).toEqual([report, paper]);
  expect(followed([report, paper], paper.key)).toEqual([report]);
});

test("new days and days that are gone are told apart from moved ones", () => {
  expect(countMoves([report, paper, fresh, { ...paper, to: null }])).toEqual({ moved: 2, added: 1, gone: 1 });
});

test("nothing is told where nothing followed", () => {
  const heard = vi.fn();
  const off = onMoved(heard);
  tellMoved({ moved: [call] });
  tellMoved({});
  expect(heard).not.toHaveBeenCalled();
  tellMoved({ moved: [call, report] });
  expect(heard).toHaveBeenCalledWith([report]);
  off();
});
