import { expect, test } from "vitest";
import { nearest } from "../src/policy/nearest";

const KNOWN = ["AbsoluteFill", "Sequence", "Series", "interpolate", "spring"];

test.each([
  ["Absolutefill", "AbsoluteFill"],
  ["Sequnce", "Sequence"],
  ["serie", "Series"],
  ["Sping", "spring"],
  ["Audio", null],
])("the known name nearest to %s is %s", (wrong, expected) => {
  expect(nearest(wrong, KNOWN)).toBe(expected);
});
