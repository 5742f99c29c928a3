import { expect, test } from "vitest";
import { sticksAfter } from "../src/conversation/use-sticking-to-the-end";

const list = (scrollTop: number) => ({ scrollTop, scrollHeight: 1000, clientHeight: 400 });

test("going up to read lets go of the end", () => {
  expect(sticksAfter(list(300), 600, true)).toBe(false);
});

test("a list that grew before its scroll to the end was told of keeps its end", () => {
  expect(sticksAfter(list(300), 200, true)).toBe(true);
});

test("going down a little while reading does not jump to the end, arriving there holds it again", () => {
  expect(sticksAfter(list(300), 200, false)).toBe(false);
  expect(sticksAfter(list(590), 300, false)).toBe(true);
});
