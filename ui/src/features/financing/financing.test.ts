import { expect, test } from "vitest";
import { needles } from "../../fold";
import { columnSums, matching, savingsSum } from "./shown";

const appropriations = [
  { number: 1, account: "§ 15.26.52.10", title: "Forebyggelsesstrategi", amounts: ["10600000.00", null] },
  {
    number: 4,
    account: "§ 17.59.21.20",
    title: "Initiativer for personer med handicap",
    amounts: [null, "2500000.00"],
  },
];

test("columns add up what stands in them and nothing stays none", () => {
  expect(columnSums(appropriations, 3)).toEqual([1_060_000_000, 250_000_000, null]);
});

test("an amount printed as a bound counts as nothing", () => {
  const savings = [
    { number: 1, account: "", title: "", amount: "1500000.00", below: null },
    { number: 9, account: "", title: "", amount: null, below: "100000.00" },
  ];
  expect(savingsSum(savings)).toBe(150_000_000);
});

test("account and title are searched", () => {
  expect(matching(appropriations, needles("17.59"))).toHaveLength(1);
  expect(matching(appropriations, needles("forebyggelse 15"))).toHaveLength(1);
  expect(matching(appropriations, needles("xyz"))).toHaveLength(0);
});
