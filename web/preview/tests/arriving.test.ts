import { expect, test } from "vitest";
import { arriving } from "../src/frame/arriving";

test("a cut is there at once, and so is a transition that nobody knows", () => {
  expect(arriving("cut", 0, 90, 30)).toBeNull();
  expect(arriving("toString", 0, 90, 30)).toBeNull();
});

test.each(["fade", "slide", "wipe", "zoom"])("a %s takes half a second", (transition) => {
  expect(arriving(transition, 0, 90, 30)).not.toBeNull();
  expect(arriving(transition, 14, 90, 30)).not.toBeNull();
  expect(arriving(transition, 15, 90, 30)).toBeNull();
});

test("a scene of a few frames spends at most half of them on arriving", () => {
  expect(arriving("fade", 1, 4, 30)).not.toBeNull();
  expect(arriving("fade", 2, 4, 30)).toBeNull();
});

test("it comes ever nearer and is never quite there before its end", () => {
  const shares = [0, 5, 10, 14].map((frame) => Number(arriving("fade", frame, 90, 30)?.over.opacity));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
});
