import { expect, test } from "vitest";
import { Cursors, isBehind, parseCursor } from "../src/cursor";

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

test("a connection knows where it stands in each project, by their own ids and by vectors", () => {
  const cursors = new Cursors();
  expect([cursors.one("a"), cursors.vector(["a", "b"])]).toEqual([null, null]);
  expect(cursors.take("a", "e.3")).toEqual({ epoch: "e", seq: 3 });
  expect(cursors.take("b", "e.a=4,b=7")).toEqual({ epoch: "e", seq: 7 });
  expect(cursors.take("c", "e.a=4,b=7")).toBeNull();
  expect([cursors.one("b"), cursors.vector(["a", "b", "c"])]).toEqual(["e.7", "e.a=3,b=7"]);
  cursors.forget("a");
  expect(cursors.vector(["a", "b"])).toBe("e.b=7");
});

test("a cursor of an older history is not among those to go on from", () => {
  const cursors = new Cursors();
  cursors.take("a", "old.3");
  cursors.take("b", "new.1");
  expect(cursors.vector(["a", "b"])).toBe("new.b=1");
});
