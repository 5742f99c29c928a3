import { expect, test } from "vitest";
import { isBehind, parseCursor } from "../src/cursor";

test("a cursor is a history and a number", () => {
  expect(parseCursor("0a1b2c3d.42")).toEqual({ epoch: "0a1b2c3d", seq: 42 });
});

test.each(["", "42", ".42", "a.", "a.-1", "a.1e3"])("%j is no cursor", (text) => {
  expect(parseCursor(text)).toBeNull();
});

test("what has the state's number or a lower one, or another history, is behind it", () => {
  const state = { epoch: "e", seq: 5 };
  expect([4, 5, 6].map((seq) => isBehind({ epoch: "e", seq }, state))).toEqual([true, true, false]);
  expect(isBehind({ epoch: "f", seq: 9 }, state)).toBe(true);
  expect(isBehind({ epoch: "e", seq: 1 }, null)).toBe(false);
});
