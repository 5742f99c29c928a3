import { expect, test } from "vitest";
import { edgesOf } from "../src/edges";

test("looks at both sides of each edge that is inside the scene and was not drawn yet", () => {
  expect(edgesOf([[30, 60]], 90, [0, 89]).toSorted((a, b) => a - b)).toEqual([29, 30, 59, 60]);
  expect(edgesOf([[0, Number.POSITIVE_INFINITY]], 90, [0, 89])).toEqual([]);
  expect(edgesOf([[-10, 200]], 90, [])).toEqual([]);
});

test("does not go from frame to frame in order", () => {
  expect(edgesOf([[30, 60]], 90, [])).toEqual([60, 29, 59, 30]);
  expect(edgesOf([[30, 60]], 90, [30])).toEqual([60, 29, 59]);
});

test("spreads over many edges", () => {
  const spans = Array.from({ length: 40 }, (_, index) => [index * 10, index * 10 + 5] as const);
  const edges = edgesOf(spans, 400, []);
  expect(edges.length).toBeLessThanOrEqual(12);
  expect(Math.max(...edges) - Math.min(...edges)).toBeGreaterThan(300);
});
