// @vitest-environment node
/** What the npm package `remotion` answered to some thousand questions (python3 run.py drill motion), against ours. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compared } from "../conformance/ours";

const byKind = compared(readFileSync(new URL("../conformance/answers.jsonl", import.meta.url), "utf8"));
const kinds = Object.entries(byKind);
const sum = (of: "asked" | "excused") => kinds.reduce((total, [, kind]) => total + kind[of], 0);

test("thousands of questions were asked, of every kind", () => {
  const all = ["interpolate", "interpolateColors", "spring", "measureSpring", "easing", "timeline"];
  expect(kinds.map(([kind]) => kind)).toEqual(all);
  expect(sum("asked")).toBeGreaterThan(3_000);
});

test.each(kinds)("%s: the same to a millionth, but for what is written down", (_, { different }) => {
  expect(different.slice(0, 3)).toEqual([]);
});

test("what is written down as different is little", () => {
  expect(sum("excused")).toBeLessThan(sum("asked") / 20);
});
