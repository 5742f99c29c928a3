import { expect, test } from "vitest";
import { placedScenes, sceneAt, stateOf } from "../src/scenes/placed-scenes";
import { job, scene } from "./states";

test("each scene begins where the one before it ends", () => {
  const placed = placedScenes([scene("a"), scene("b", { duration_frames: 30 }), scene("c")], {});
  expect(placed.map(({ start }) => start)).toEqual([0, 90, 120]);
  expect([0, 89, 90, 500].map((frame) => sceneAt(placed, frame)?.scene.id)).toEqual(["a", "a", "b", "c"]);
  expect(sceneAt([], 0)).toBeNull();
});

test("the newest job of a scene speaks for it", () => {
  const jobs = {
    new: job({ id: "new", created_at: "2026-01-02" }),
    old: job({ id: "old", created_at: "2026-01-01", status: "failed" }),
  };
  expect(placedScenes([scene("a")], jobs)[0]?.job?.id).toBe("new");
});

test.each([
  [scene("a"), null, "Not made yet"],
  [scene("a", { bundle: "b" }), null, "Ready"],
  [scene("a"), job({ status: "queued" }), "Waiting for its turn"],
  [scene("a"), job({ step: "build", percent: 44 }), "Building it, 44 %"],
  [scene("a"), job({ status: "failed" }), "Failed"],
  [scene("a", { bundle: "b" }), job({ status: "failed" }), "Failed; the last good revision is shown"],
  [scene("a"), job({ status: "cancelled" }), "Stopped"],
] as const)("a scene says how it stands", (one, made, words) => {
  expect(stateOf({ scene: one, start: 0, job: made }).words).toBe(words);
});

test("what has not changed stays the very same, so that it is not drawn anew", () => {
  const [one, two] = [scene("a"), scene("b")];
  const before = placedScenes([one, two], {});
  const after = placedScenes([{ ...one, name: "renamed" }, two], {}, before);
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).toBe(before[1]);
  expect(placedScenes([two], {}, before)[0]).not.toBe(before[1]);
});
