import { expect, test } from "vitest";
import { type Definition, everything, read, store, written } from "./choice";

const definition: Definition = {
  search: "børn",
  facets: { stage: ["running"], owner: ["3"] },
  sort: { column: "requested", down: true },
  ended: true,
  board: true,
  columns: ["title", "owner"],
  unit: "kr",
};

test("a view is read back as it was written", () => {
  expect(read(written(definition))).toEqual(definition);
});

test("what a view does not know is left out, and what is no view is none", () => {
  expect(read('{"facets":{"colour":["red"],"stage":"idea"},"columns":["title","colour"],"sort":3}')).toEqual({
    ...everything,
    columns: ["title"],
    unit: "mio",
  });
  expect(read("[1")).toBeNull();
  expect(read("7")).toBeNull();
});

test("another file or municipality forgets what was looked for, not how", () => {
  store.enter("a");
  store.choose({ search: "børn", facets: { owner: ["3"] }, board: true });
  store.enter("a");
  expect(store.get().search).toBe("børn");
  store.enter("b");
  expect(store.get()).toMatchObject({ search: "", facets: {}, board: true });
});
