import { describe, expect, test } from "vitest";
import { placedScenes } from "../src/scenes/placed-scenes";
import { allowedLength, LONGEST_FRAMES, moved, placeAt, trimmed } from "../src/timeline/moving";
import { ticks } from "../src/timeline/ticks";
import { CLOSEST, limited } from "../src/timeline/use-zoom";
import { scene } from "./states";

const THREE = placedScenes([scene("a"), scene("b", { duration_frames: 30 }), scene("c")], {});
const order = (scenes: typeof THREE) => scenes.map((placed) => `${placed.scene.id}@${placed.start}`);

describe("moving a clip", () => {
  test.each([
    [0, 0],
    [44, 0],
    [100, 1],
    [106, 2],
    [9999, 2],
  ])("with its middle at frame %i lands at place %i", (middle, place) => {
    expect(placeAt(placedScenes([scene("a"), scene("c", { duration_frames: 30 }), scene("b")], {}), "b", middle)).toBe(
      place,
    );
  });

  test("lets the others make room", () => {
    expect(order(moved(THREE, "c", 0))).toEqual(["c@0", "a@90", "b@180"]);
    expect(order(moved(THREE, "a", 2))).toEqual(["b@0", "c@30", "a@120"]);
  });

  test("that is gone changes nothing", () => {
    expect(moved(THREE, "x", 0)).toBe(THREE);
  });
});

test("trimming moves what comes after", () => {
  expect(order(trimmed(THREE, "a", 10))).toEqual(["a@0", "b@10", "c@40"]);
});

test.each([
  [-3, 1],
  [2.6, 3],
  [1e9, LONGEST_FRAMES],
])("a length of %d frames is made %i", (wanted, allowed) => {
  expect(allowedLength(wanted)).toBe(allowed);
});

test("the ruler has round times, as many as can be read", () => {
  expect(ticks(360, 30, 3).map(({ words }) => words)).toEqual(
    Array.from({ length: 13 }, (_, s) => `0:${String(s).padStart(2, "0")}`),
  );
  expect(ticks(360, 30, 1).map(({ frame }) => frame)).toEqual([0, 150, 300]);
  expect(
    ticks(30, 30, 20)
      .slice(0, 3)
      .map(({ words }) => words),
  ).toEqual(["0:00.0", "0:00.2", "0:00.4"]);
  expect(ticks(0, 30, 3)).toHaveLength(1);
});

test("the zoom is never farther than where all fits", () => {
  expect([limited(0.1), limited(3), limited(1e6)]).toEqual([1, 3, CLOSEST]);
});
