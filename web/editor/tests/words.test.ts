import { expect, test } from "vitest";
import { clock, counted, day, seconds, timecode } from "../src/words";

test("lengths are said in seconds, places in minutes, seconds and frames", () => {
  expect(seconds(100, 30)).toBe("3.3 s");
  expect(timecode(2 * 1800 + 95, 30)).toBe("2:03.05");
});

test("a time that is none is left out", () => {
  expect([clock("soon"), day("")]).toEqual(["", ""]);
});

test("things are counted as people do", () => {
  expect([counted(1, "scene"), counted(0, "scene"), counted(2, "entry", "entries")]).toEqual([
    "1 scene",
    "0 scenes",
    "2 entries",
  ]);
});
