import { expect, test, vi } from "vitest";
import { heard, Playhead } from "../src/preview/playhead";
import { shuttled } from "../src/preview/use-manner";
import { actOf } from "../src/preview/use-transport-keys";

const keysOf = (total: number) => ({
  total,
  toggle: vi.fn(),
  pause: vi.fn(),
  shuttle: vi.fn(),
  seek: vi.fn(),
  step: vi.fn(),
  turnSound: vi.fn(),
  turnFull: vi.fn(),
});

const NOW = { frame: 90, playing: false };

test("a seek and a turn are seen at once, and what the frame still says of an earlier place moves nothing", () => {
  const playhead = new Playhead();
  const seen: unknown[] = [];
  const leave = playhead.watch(() => seen.push(playhead.read()));
  playhead.turn(true);
  playhead.expect(90);
  playhead.hear({ frame: 3, playing: true });
  playhead.hear({ frame: 90, playing: true });
  playhead.hear({ frame: 91, playing: true });
  leave();
  playhead.hear({ frame: 92, playing: true });
  expect(seen).toEqual([0, 90, 90, 90, 91].map((frame) => ({ frame, playing: true })));
});

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
  ["j", "shuttle", -1],
  ["k", "pause", undefined],
  ["L", "shuttle", 1],
  ["m", "turnSound", undefined],
  ["f", "turnFull", undefined],
] as const)("the key %j moves the playhead", (key, name, value) => {
  const keys = keysOf(300);
  actOf(key, keys)?.();
  expect(keys[name]).toHaveBeenCalledExactlyOnceWith(...(value === undefined ? [] : [value]));
});

test("other keys are none of the transport's", () => {
  expect(actOf("a", keysOf(1))).toBeNull();
});

test.each([
  [1, false, 1, 1],
  [1, true, 1, 2],
  [4, true, 1, 8],
  [8, true, 1, 8],
  [4, true, -1, -1],
  [-2, true, -1, -4],
  [-2, false, -1, -1],
] as const)("at %d times, playing: %s, another %d gives %d times", (rate, isPlaying, direction, expected) => {
  expect(shuttled(rate, isPlaying, direction)).toBe(expected);
});
