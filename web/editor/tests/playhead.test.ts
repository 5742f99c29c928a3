import { expect, test, vi } from "vitest";
import { heard } from "../src/preview/use-playhead";
import { actOf } from "../src/preview/use-transport-keys";

const NOW = { frame: 90, playing: false };

test("what the frame says of an earlier place is left out until it answers the seek", () => {
  const expected = { frame: 90, until: 1000 };
  expect(heard(NOW, { frame: 12, playing: true }, expected, 900)).toEqual({ frame: 90, playing: true });
  expect(heard(NOW, { frame: 90, playing: true }, expected, 900)).toEqual({ frame: 90, playing: true });
});

test("a seek that is never answered does not hold the playhead", () => {
  expect(heard(NOW, { frame: 12, playing: true }, { frame: 90, until: 1000 }, 1001).frame).toBe(12);
  expect(heard(NOW, { frame: 12, playing: true }, null, 0).frame).toBe(12);
});

test.each([
  [" ", "toggle", undefined],
  ["ArrowLeft", "step", -1],
  ["ArrowRight", "step", 1],
  ["Home", "seek", 0],
  ["End", "seek", 299],
] as const)("the key %j moves the playhead", (key, name, value) => {
  const keys = { total: 300, toggle: vi.fn(), seek: vi.fn(), step: vi.fn() };
  actOf(key, keys)?.();
  expect(keys[name]).toHaveBeenCalledExactlyOnceWith(...(value === undefined ? [] : [value]));
});

test("other keys are none of the transport's", () => {
  expect(actOf("a", { total: 1, toggle: vi.fn(), seek: vi.fn(), step: vi.fn() })).toBeNull();
});
