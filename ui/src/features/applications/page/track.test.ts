import { expect, test } from "vitest";
import type { ApplicationStep, Stage } from "../../../ipc";
import { trackOf } from "./track";

let position = 0;
const step = (stage: Stage, takenOn: string | null = null, takenBackOn: string | null = null): ApplicationStep => ({
  id: ++position,
  version: 1,
  applicationId: 1,
  position,
  stage,
  takenOn,
  takenTime: null,
  person: "",
  reason: "",
  journalised: false,
  recordNumber: "",
  takenBackOn,
  takenBackReason: "",
});
const shown = (steps: ApplicationStep[], current: Stage) =>
  trackOf(steps, current).map(({ stage, state, on }) => [stage, state, on].filter(Boolean).join(" "));

test("the way ahead leaves the conditional grant out", () => {
  expect(shown([step("idea", "2019-01")], "idea")).toEqual([
    "idea current 2019-01",
    "assessing ahead",
    "drafting ahead",
    "submitted ahead",
    "granted ahead",
    "accepted ahead",
    "running ahead",
    "reporting ahead",
    "closed ahead",
  ]);
});

test("only stages that were recorded are passed", () => {
  const steps = [step("drafting"), step("submitted", "2019-03-01"), step("conditionally_granted"), step("accepted")];
  expect(shown(steps, "accepted").slice(0, 4)).toEqual([
    "drafting passed",
    "submitted passed 2019-03-01",
    "conditionally_granted passed",
    "accepted current",
  ]);
});

test("an end stands after what was passed, and what was taken back counts no longer", () => {
  const steps = [
    step("drafting"),
    step("submitted"),
    step("granted", "2019-05-01", "2019-05-02"),
    step("rejected", "2019-06-01"),
  ];
  expect(shown(steps, "rejected")).toEqual(["drafting passed", "submitted passed", "rejected current 2019-06-01"]);
});
