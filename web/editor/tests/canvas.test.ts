import { expect, test } from "vitest";
import { CUSTOM, FIRST_CANVAS, problemOf, settingsOf } from "../src/start/canvas";

const custom = (width: string, height: string) => ({ ...FIRST_CANVAS, chosen: CUSTOM, width, height });

test("a size of the list is what it says, at the rate that is chosen", () => {
  expect(settingsOf({ ...FIRST_CANVAS, chosen: "4:5", fps: 50 })).toEqual({ width: 1080, height: 1350, fps: 50 });
});

test("a size of one's own counts as it is typed", () => {
  expect(settingsOf(custom("1000", "16"))).toEqual({ width: 1000, height: 16, fps: 30 });
});

test.each([
  ["14", "720", "The width must be a whole number from 16 to 3840 pixels."],
  ["3842", "720", "The width must be a whole number from 16 to 3840 pixels."],
  ["12e2", "720", "The width must be a whole number from 16 to 3840 pixels."],
  ["", "720", "The width must be a whole number from 16 to 3840 pixels."],
  ["720", "721", "The height must be even: 720 or 722."],
])("%s by %s is refused with what to type", (width, height, sentence) => {
  expect([problemOf(custom(width, height)), settingsOf(custom(width, height))]).toEqual([sentence, null]);
});
