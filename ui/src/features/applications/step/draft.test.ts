import { expect, test } from "vitest";
import { readTime } from "../../../parts/time";
import type { Fields } from "./draft";
import { asked, atOnce, drafted, emptyFields, lacking } from "./draft";

const fields = (patch: Partial<Fields> = {}): Fields => ({ ...emptyFields("2019-03-12", null, null), ...patch });
const codes = (...args: Parameters<typeof lacking>) => lacking(...args).map(({ missing, blocks }) => [missing, blocks]);

test("a time of day is read as people write it", () => {
  expect(["12:00", "12.00", "kl. 9", "Kl 9.30", "1530", " 23:59 "].map(readTime)).toEqual([
    "12:00",
    "12:00",
    "09:00",
    "09:30",
    "15:30",
    "23:59",
  ]);
  expect(["", "24:00", "12:60", "noon", "123"].map(readTime)).toEqual([null, null, null, null, null]);
});

test("a step that lacks nothing and asks for nothing is taken at once", () => {
  expect(atOnce("drafting", [])).toBe(true);
  expect(atOnce("running", [])).toBe(true);
  expect(atOnce("running", [{ missing: "appropriation", blocks: false }])).toBe(false);
  expect(atOnce("submitted", [])).toBe(false);
  expect(atOnce("rejected", [])).toBe(false);
});

test("the form says what is missing, what blocks first, and no longer what was written since", () => {
  const outer = [
    { missing: "approval", blocks: true },
    { missing: "journalised", blocks: false },
    { missing: "proof_of_sending", blocks: false },
  ] as const;
  expect(codes("submitted", fields(), outer, 0)).toEqual([
    ["approval", true],
    ["requested_amount", false],
    ["journalised", false],
    ["proof_of_sending", false],
  ]);
  expect(codes("submitted", fields({ requested: "1.00", journalised: true }), outer, 0)).toEqual([
    ["approval", true],
    ["proof_of_sending", false],
  ]);
  expect(codes("conditionally_granted", fields({ takenOn: null }), [], 0)).toEqual([
    ["date", true],
    ["awarded_amount", true],
    ["conditions", true],
    ["journalised", false],
  ]);
  const written = fields({ awarded: "5.00", journalised: true, conditions: [{ key: 1, text: "Budget", dueOn: null }] });
  expect(codes("conditionally_granted", written, [], 0)).toEqual([]);
  expect(codes("conditionally_granted", fields({ awarded: "5.00", journalised: true }), [], 2)).toEqual([]);
  expect(codes("not_applied", fields({ reason: " " }), [], 0)).toEqual([["reason", true]]);
});

test("only what the stage asks for is sent", () => {
  const all = fields({
    takenTime: "kl. 12",
    reason: " Frist ",
    journalised: true,
    recordNumber: " 27.00-1 ",
    requested: "10.00",
    awarded: "9.00",
    conditions: [
      { key: 1, text: " Budget ", dueOn: "2019-05-17" },
      { key: 2, text: " ", dueOn: null },
    ],
  });
  const application = { id: 7, version: 3 };
  expect(drafted(application, "submitted", all)).toMatchObject({
    applicationId: 7,
    version: 3,
    takenTime: "12:00",
    reason: "Frist",
    recordNumber: "27.00-1",
    requested: "10.00",
    awarded: null,
    conditions: [],
  });
  expect(drafted(application, "conditionally_granted", all)).toMatchObject({
    takenTime: null,
    requested: null,
    awarded: "9.00",
    conditions: [{ text: "Budget", dueOn: "2019-05-17" }],
  });
  expect(asked("running")).toEqual([]);
});
