import { expect, test } from "vitest";
import { isTyping, keyOf, mayTake } from "./keys";

const key = (init: KeyboardEventInit) => keyOf(new KeyboardEvent("keydown", init));

test("a key is named as actions name it", () => {
  expect(key({ key: "k", ctrlKey: true })).toBe("Ctrl+K");
  expect(key({ key: "Z", ctrlKey: true, shiftKey: true })).toBe("Ctrl+Shift+Z");
  expect(key({ key: "F2" })).toBe("F2");
  expect(key({ key: "k", metaKey: true })).toBe("Ctrl+K");
});

test("a text field keeps its own keys", () => {
  expect(mayTake("Ctrl+Z", true)).toBe(false);
  expect(mayTake("Ctrl+Z", false)).toBe(true);
  expect(mayTake("Ctrl+K", true)).toBe(true);
  expect(mayTake("F2", true)).toBe(true);
});

test("single keys are never taken at window level", () => {
  expect(mayTake("J", false)).toBe(false);
  expect(mayTake("Enter", false)).toBe(false);
});

test("typing is where text goes", () => {
  const box = document.createElement("input");
  box.type = "checkbox";
  expect(isTyping(box)).toBe(false);
  expect(isTyping(document.createElement("input"))).toBe(true);
  expect(isTyping(document.createElement("textarea"))).toBe(true);
  expect(isTyping(document.body)).toBe(false);
});
