import { expect, test } from "vitest";
import { appendixTitle } from "./appendixTitle";

test("a table of pools is called by its agreement's year and its committee, as far as they are known", () => {
  expect(appendixTitle(2019, "Beskæftigelses- og Integrationsudvalget")).toBe(
    "Satspuljer 2019 der kan søges af kommunerne – Beskæftigelses- og Integrationsudvalgets område",
  );
  expect(appendixTitle(2019, undefined)).toBe("Satspuljer 2019 der kan søges af kommunerne");
  expect(appendixTitle(undefined, "Social og Sundheds")).toBe(
    "Puljer der kan søges af kommunerne – Social og Sundheds' område",
  );
});
