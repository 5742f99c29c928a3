// @vitest-environment jsdom
import { continueRender, delayRender } from "@bazaar/motion";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { settled } from "../src/frame/settled";

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = "";
});
afterEach(() => vi.useRealTimers());

/** What became of it: "waits", or "done". */
async function watched(): Promise<() => string> {
  let state = "waits";
  void settled(document).then(() => {
    state = "done";
  });
  await vi.advanceTimersByTimeAsync(0);
  return () => state;
}

test("a picture that waits for nothing is ready at once", async () => {
  expect((await watched())()).toBe("done");
});

test("a picture waits until its images are there, or will not come", async () => {
  document.body.innerHTML = '<img src="a.png"><img src="b.png">';
  const images = [...document.images];
  for (const image of images) {
    Object.defineProperty(image, "complete", { value: false });
  }
  const state = await watched();
  images[0]?.dispatchEvent(new Event("load"));
  await vi.advanceTimersByTimeAsync(0);
  expect(state()).toBe("waits");
  images[1]?.dispatchEvent(new Event("error"));
  await vi.advanceTimersByTimeAsync(0);
  expect(state()).toBe("done");
});

test("a picture waits until what was delayed is continued, and not for ever", async () => {
  const handle = delayRender();
  const state = await watched();
  expect(state()).toBe("waits");
  await vi.advanceTimersByTimeAsync(500);
  expect(state()).toBe("done");
  const next = await watched();
  continueRender(handle);
  await vi.advanceTimersByTimeAsync(0);
  expect(next()).toBe("done");
});
