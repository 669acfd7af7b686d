import { expect, test } from "vitest";
import { inFormat, offered, withEnding, wroteTo } from "./place";

test("a path is given the ending of its format where it lacks one, and only then", () => {
  expect(withEnding("/papirer/Punkt 3", "docx")).toBe("/papirer/Punkt 3.docx");
  expect(withEnding("/papirer/Punkt 3.DOCX", "docx")).toBe("/papirer/Punkt 3.DOCX");
  expect(withEnding("/papirer/Budget 2.0", "xlsx")).toBe("/papirer/Budget 2.0.xlsx");
  expect(withEnding("", "pdf")).toBe("");
  expect([withEnding("/papirer/", "pdf"), withEnding("C:\\papirer\\", "pdf")]).toEqual(["/papirer/", "C:\\papirer\\"]);
});

test("another format changes the ending and nothing else", () => {
  expect(inFormat("/papirer/Punkt 3.docx", "docx", "pdf")).toBe("/papirer/Punkt 3.pdf");
  expect(inFormat("/papirer/Punkt 3", "docx", "pdf")).toBe("/papirer/Punkt 3");
});

test("the next paper is offered in the folder of the last", () => {
  expect(offered("Bilag", "pdf")).toBe("");
  wroteTo("C:\\Sager\\2019\\Punkt 3.docx");
  expect(offered("Bilag", "pdf")).toBe("C:\\Sager\\2019\\Bilag.pdf");
  wroteTo("uden mappe.docx");
  expect(offered("Bilag", "pdf")).toBe("C:\\Sager\\2019\\Bilag.pdf");
});
