// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import type { PreviewHost } from "../src/host";
import { Controls, clock } from "../src/standalone/controls";
import { readVideo } from "../src/standalone/video";
import { scene, VIDEO } from "./examples";

const FILM = { title: "Film", video: VIDEO, scenes: [scene("a"), scene("b", { durationFrames: 60 })], fonts: [] };

let told: string[];
let controls: Controls;

beforeEach(() => {
  document.body.innerHTML = `<button id="play"></button><input id="scrubber" type="range" max="0">
    <p id="time"></p><p id="scene"></p><div id="screen"></div>`;
  // An own list for each test: controls of the test before still hear the document's keys.
  const mine: string[] = [];
  told = mine;
  const host = {
    play: () => mine.push("play"),
    pause: () => mine.push("pause"),
    seek: (frame: number) => mine.push(`seek ${frame}`),
  } as unknown as PreviewHost;
  controls = new Controls(host, FILM);
});

const press = (key: string, more: KeyboardEventInit = {}) =>
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
const text = (id: string) => document.getElementById(id)?.textContent;

describe("Controls", () => {
  test("plays and pauses by button, picture and space bar", () => {
    document.getElementById("play")?.click();
    document.getElementById("screen")?.click();
    press(" ");
    expect(told).toEqual(["play", "pause", "play"]);
    expect(document.getElementById("play")?.getAttribute("aria-label")).toBe("Pause");
  });

  test("steps by frames and seconds, and to both ends", () => {
    press("End");
    press("ArrowRight");
    press("ArrowLeft");
    press("ArrowLeft", { shiftKey: true });
    press("Home");
    press("ArrowLeft");
    expect(told).toEqual(["seek 89", "seek 89", "seek 88", "seek 58", "seek 0", "seek 0"]);
  });

  test("leaves the browser its own keys", () => {
    expect(press("x")).toBe(true);
    expect(press("ArrowLeft", { altKey: true })).toBe(true);
    expect(told).toEqual([]);
  });

  test("follows the frame, and names the scene", () => {
    controls.show({ type: "state", frame: 45, playing: true, total: 90 });
    expect(text("time")).toBe("0:01.5 / 0:03.0");
    expect(text("scene")).toBe("2 of 2 · Scene b");
    controls.show({ type: "state", frame: 0, playing: true, total: 0 });
    expect(text("time")).toBe("0:01.5 / 0:03.0");
  });

  test("seeks where the scrubber is moved", () => {
    const scrubber = document.getElementById("scrubber") as HTMLInputElement;
    expect(scrubber.max).toBe("89");
    scrubber.value = "20";
    scrubber.dispatchEvent(new Event("input"));
    expect(told).toEqual(["seek 20"]);
  });
});

test.each([
  [0, "0:00.0"],
  [9.96, "0:09.9"],
  [0.3, "0:00.3"],
  [125.5, "2:05.5"],
])("%d seconds are %s", (seconds, expected) => {
  expect(clock(seconds)).toBe(expected);
});

describe("readVideo", () => {
  test("reads the data of the page; a note may be missing", () => {
    const { note, ...bare } = scene("a", { note: "" });
    expect(readVideo(JSON.stringify({ ...FILM, scenes: [bare] })).scenes).toEqual([{ ...bare, note }]);
  });

  test("refuses a face without its file", () => {
    const faces = [{ family: "Inter", weight: "400", style: "normal", range: "U+0", url: "./fonts/a.woff2" }];
    expect(() => readVideo(JSON.stringify({ ...FILM, fonts: { faces, files: {} } }))).toThrow("is not a video");
  });

  test("reads the fonts that are in it, and does without", () => {
    const face = { family: "Inter", weight: "400", style: "normal", range: "U+0", url: "./fonts/a.woff2" };
    const files = { "./fonts/a.woff2": "data:font/woff2;base64,AA==" };
    const { fonts } = readVideo(JSON.stringify({ ...FILM, fonts: { faces: [face, face], files } }));
    expect(fonts).toEqual([0, 1].map(() => ({ ...face, url: "data:font/woff2;base64,AA==" })));
    const { fonts: _, ...without } = FILM;
    expect(readVideo(JSON.stringify(without)).fonts).toEqual([]);
  });

  test.each(["__BAZAAR_VIDEO__", ""])("says that %j cannot be read", (data) => {
    expect(() => readVideo(data)).toThrow("the data in this page cannot be read; make it again");
  });

  test.each(["null", "{}", '{"title":1}', JSON.stringify({ ...FILM, scenes: [1] })])(
    "says that %s is no video",
    (data) => {
      expect(() => readVideo(data)).toThrow("the data in this page is not a video; make it again");
    },
  );
});
