import { fireEvent } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { followMeans } from "./means";

let end = () => {};
beforeEach(() => {
  document.body.innerHTML = '<button type="button">Aflevér</button><input aria-label="Fil" />';
  end = followMeans();
});
afterEach(() => end());

const means = () => document.documentElement.dataset.means;
const button = () => document.querySelector("button") as HTMLElement;
const field = () => document.querySelector("input") as HTMLElement;

test("the last means used is written on the page, so that the ring follows it", () => {
  expect(means()).toBe("keys");
  fireEvent.pointerDown(button());
  expect(means()).toBe("pointer");
  fireEvent.keyDown(button(), { key: "Tab" });
  expect(means()).toBe("keys");
});

test("a key that is only held says nothing", () => {
  fireEvent.pointerDown(button());
  for (const key of ["Shift", "Control", "Alt", "AltGraph", "Meta"]) fireEvent.keyDown(button(), { key });
  expect(means()).toBe("pointer");
});

test("a letter typed in a field says nothing, what leaves it or acts does", () => {
  fireEvent.pointerDown(field());
  fireEvent.keyDown(field(), { key: "a" });
  expect(means()).toBe("pointer");
  fireEvent.keyDown(field(), { key: "Enter", ctrlKey: true });
  expect(means()).toBe("keys");
});
