import { describe, expect, test } from "vitest";
import { MAX_SCENES, readFromFrame, readToFrame } from "../src/protocol";
import { scene, VIDEO } from "./examples";

const FONT = { family: "Inter", weight: "400", style: "normal", range: "U+0-FF", url: "data:font/woff2;base64,AA==" };
const BOX = { x: 0, y: 0.5, width: 1, height: 0.25 };
const TARGET = { scene: "a", frame: 3, kind: "headline", tag: "h1", text: "Ship it", box: BOX };

describe("what the frame may be told", () => {
  test.each([
    { type: "play", rate: 1 },
    { type: "play", rate: -4 },
    { type: "pause" },
    { type: "manner", loop: true, muted: false },
    { type: "point", ask: 3, place: { x: 0.25, y: 1 } },
    { type: "point", ask: 3, place: { next: 2 } },
    { type: "seek", frame: 12 },
    { type: "load", video: VIDEO, scenes: [scene("a"), scene("b", { code: null })] },
    { type: "load", video: VIDEO, scenes: [], fonts: [FONT] },
  ])("takes $type", (message) => {
    expect(readToFrame(message)).toEqual(message);
  });

  test.each([
    null,
    "play",
    [],
    { type: "stop" },
    { type: "play", rate: 0 },
    { type: "play", rate: 99 },
    { type: "manner", loop: 1, muted: true },
    { type: "point", ask: 3, place: { x: 2, y: 0 } },
    { type: "point", ask: -3, place: { next: 2 } },
    { type: "point", ask: 3 },
    { type: "seek" },
    { type: "seek", frame: -1 },
    { type: "seek", frame: 1.5 },
    { type: "load", video: VIDEO, scenes: {} },
    { type: "load", video: { ...VIDEO, width: 0 }, scenes: [] },
    { type: "load", video: { ...VIDEO, fps: "30" }, scenes: [] },
    { type: "load", video: VIDEO, scenes: [{ ...scene("a"), code: 1 }] },
    { type: "load", video: VIDEO, scenes: [{ ...scene("a"), props: null }] },
    { type: "load", video: VIDEO, scenes: [{ ...scene("a"), durationFrames: Number.NaN }] },
    { type: "load", video: VIDEO, scenes: [], fonts: [{ ...FONT, url: "https://example.com/a.woff2" }] },
    { type: "load", video: VIDEO, scenes: [], fonts: [{ ...FONT, weight: 400 }] },
    { type: "load", video: VIDEO, scenes: [], fonts: "Inter" },
    { type: "load", video: VIDEO, scenes: new Array(MAX_SCENES + 1).fill(scene("a")) },
  ])("leaves %j alone", (message) => {
    expect(readToFrame(message)).toBeNull();
  });
});

describe("what the parent may be told", () => {
  test.each([
    { type: "ready" },
    { type: "drawing", scene: "a", frame: 3 },
    { type: "state", frame: 3, playing: true, total: 90 },
    { type: "sceneError", scene: "a", message: "no" },
    { type: "pointed", ask: 2, target: null },
    { type: "pointed", ask: 2, target: TARGET },
  ])("takes $type, and nothing more than belongs to it", (message) => {
    expect(readFromFrame({ ...message, extra: "more" })).toEqual(message);
  });

  test.each([
    undefined,
    7,
    { type: "load" },
    { type: "drawing", scene: 1, frame: 3 },
    { type: "drawing", scene: "a", frame: -3 },
    { type: "state", frame: 3, playing: "yes", total: 90 },
    { type: "sceneError", scene: "a" },
  ])("leaves %j alone", (message) => {
    expect(readFromFrame(message)).toBeNull();
  });

  test.each([
    { ...TARGET, kind: "secret" },
    { ...TARGET, tag: "<b>" },
    { ...TARGET, text: 3 },
    { ...TARGET, frame: -1 },
    { ...TARGET, box: { ...BOX, width: 7 } },
    { ...TARGET, box: null },
    "h1",
  ])("takes %j for nothing pointed at", (target) => {
    expect(readFromFrame({ type: "pointed", ask: 2, target })).toEqual({ type: "pointed", ask: 2, target: null });
  });

  test("shortens a text that is too long to be told", () => {
    const read = readFromFrame({ type: "pointed", ask: 2, target: { ...TARGET, text: "x".repeat(900) } });
    expect(read).toMatchObject({ target: { text: "x".repeat(200) } });
  });

  test("shortens a message that is too long to show", () => {
    const read = readFromFrame({ type: "sceneError", scene: "a", message: "x".repeat(9_000) });
    expect(read).toMatchObject({ message: "x".repeat(4_000) });
  });
});
