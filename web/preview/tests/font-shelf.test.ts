// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FontShelf } from "../src/frame/font-shelf";
import type { Load } from "../src/protocol";
import { scene, VIDEO } from "./examples";

const font = (family: string) => ({
  family,
  weight: "400",
  style: "normal",
  range: "U+0-7f",
  url: `./${family}.woff2`,
});
const load = (code: string, more: Partial<Load> = {}): Load => ({
  type: "load",
  video: VIDEO,
  scenes: [scene("a", { code })],
  ...more,
});

let made: string[];
let arrives: (family: string) => Promise<unknown>;

beforeEach(() => {
  made = [];
  arrives = async () => undefined;
  class Face {
    readonly family: string;
    constructor(family: string, source: string) {
      this.family = family;
      made.push(`${family} ${source}`);
    }
    load = () => arrives(this.family);
  }
  vi.stubGlobal("FontFace", Face);
  Object.defineProperty(document, "fonts", { value: new Set(), configurable: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("loads what the scenes name, once", async () => {
  const shelf = new FontShelf([font("Inter"), font("Anton"), font("Lora")]);
  await shelf.ready(load('fontFamily: "Anton"'));
  await shelf.ready(load('fontFamily: "Anton"'));
  expect(made).toEqual(["Inter url(./Inter.woff2)", "Anton url(./Anton.woff2)"]);
});

test("loads what comes with the scenes", async () => {
  await new FontShelf([]).ready(load("", { fonts: [font("Lora")] }));
  expect(made).toEqual(["Lora url(./Lora.woff2)"]);
});

test("a font that cannot be had, or takes for ever, does not hold the picture back", async () => {
  vi.useFakeTimers();
  arrives = (family) => (family === "Anton" ? Promise.reject(new Error("no")) : new Promise(() => undefined));
  const ready = new FontShelf([font("Inter"), font("Anton")]).ready(load("Anton"));
  await vi.advanceTimersByTimeAsync(5_000);
  await expect(ready).resolves.toBeUndefined();
});
