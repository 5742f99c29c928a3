// @vitest-environment jsdom
import { useCurrentFrame, useVideoConfig } from "@bazaar/motion";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FontShelf } from "../src/frame/font-shelf";
import { FramePlayer } from "../src/frame/player";
import type { FromFrame, PreviewScene, ToFrame } from "../src/protocol";
import { scene, VIDEO } from "./examples";

const COMPONENTS: Record<string, unknown> = {
  shows: ({ word }: { word?: string }) => `${word} ${useCurrentFrame()} of ${useVideoConfig().durationInFrames}`,
  throws: () => {
    const frame = useCurrentFrame();
    if (frame >= 5) {
      throw new Error("no data");
    }
    return `fine ${frame}`;
  },
  nothing: 3,
};

let said: FromFrame[];
let player: FramePlayer;

beforeEach(() => {
  vi.useFakeTimers();
  Range.prototype.getBoundingClientRect = () => new DOMRect(); // jsdom lays nothing out
  document.body.innerHTML = '<div id="stage"></div>';
  said = [];
  const root = createRoot(document.getElementById("stage") as HTMLElement, { onCaughtError: () => undefined });
  const importCode = async (code: string) => ({ default: COMPONENTS[code] });
  player = new FramePlayer(root, (message) => said.push(message), new FontShelf([]), importCode);
});
afterEach(() => vi.useRealTimers());

async function tell(...messages: ToFrame[]): Promise<void> {
  const obeyed = Promise.all(messages.map((message) => player.hear(message)));
  await vi.advanceTimersByTimeAsync(20);
  await obeyed;
}

const load = (...scenes: PreviewScene[]): ToFrame => ({ type: "load", video: VIDEO, scenes });
const shown = () => document.getElementById("stage")?.textContent;

describe("FramePlayer", () => {
  test("draws the scene before below the one that arrives, at its last frame, until it is there", async () => {
    const props = { word: "one" };
    const arriving = { ...scene("b", { code: "shows", props: { word: "two" } }), transition: "fade" };
    await tell(load(scene("a", { code: "shows", props }), arriving), { type: "seek", frame: 32 });
    expect(shown()).toBe("one 29 of 30two 2 of 30");
    await tell({ type: "seek", frame: 50 });
    expect(shown()).toBe("two 20 of 30");
  });

  test("draws the scene that the playhead is in, with its own frames and props", async () => {
    const scenes = [scene("a", { code: "shows", props: { word: "one" } }), scene("b", { code: "shows" })];
    await tell(load(...scenes));
    expect(shown()).toBe("one 0 of 30");
    await tell({ type: "seek", frame: 33 });
    expect(shown()).toBe("undefined 3 of 30");
  });

  test("says what it draws before, and where it stands after", async () => {
    await tell(load(scene("a", { code: "shows" })), { type: "seek", frame: 7 });
    expect(said.filter(({ type }) => type !== "sceneError")).toEqual([
      { type: "drawing", scene: "a", frame: 0 },
      { type: "drawing", scene: "a", frame: 0 },
      { type: "state", frame: 0, playing: false, total: 30 },
      { type: "drawing", scene: "a", frame: 7 },
      { type: "state", frame: 7, playing: false, total: 30 },
    ]);
  });

  test("keeps a seek that comes right after a load", async () => {
    await tell(load(scene("a", { code: "shows" })), { type: "seek", frame: 12 });
    expect(shown()).toContain("12 of 30");
  });

  test("plays, goes round, and pauses", async () => {
    await tell(load(scene("a", { code: "shows" })), { type: "play", rate: 1 });
    await vi.advanceTimersByTimeAsync(500);
    expect(shown()).toMatch(/ 1[4-6] of 30/);
    await vi.advanceTimersByTimeAsync(600);
    expect(shown()).toMatch(/ [2-5] of 30/);
    await tell({ type: "pause" });
    const [before] = [shown()];
    await vi.advanceTimersByTimeAsync(500);
    expect(shown()).toBe(before);
  });

  test("plays backwards and faster, and stops at the end when it is not to go round", async () => {
    await tell(load(scene("a", { code: "shows" })), { type: "manner", loop: false, muted: true });
    await tell({ type: "seek", frame: 20 }, { type: "play", rate: -2 });
    await vi.advanceTimersByTimeAsync(200);
    expect(shown()).toMatch(/ [5-8] of 30/);
    await vi.advanceTimersByTimeAsync(500);
    expect(shown()).toBe("undefined 0 of 30");
    expect(said.at(-1)).toEqual({ type: "state", frame: 0, playing: false, total: 30 });
  });

  test("answers what lies at a place, naming the question", async () => {
    await tell({ type: "point", ask: 1, place: { x: 0.5, y: 0.5 } });
    await tell(load(scene("a", { code: "shows" })), { type: "seek", frame: 4 });
    await tell({ type: "point", ask: 2, place: { next: 0 } });
    const answers = said.filter(({ type }) => type === "pointed");
    expect(answers[0]).toEqual({ type: "pointed", ask: 1, target: null });
    expect(answers[1]).toMatchObject({ ask: 2, target: { scene: "a", frame: 4, kind: "background", text: "" } });
  });

  test("is silent until it may be heard; what a component wants silent stays so", async () => {
    document.body.insertAdjacentHTML("beforeend", "<audio></audio><video data-silent></video>");
    const muted = () => [...document.querySelectorAll<HTMLMediaElement>("audio, video")].map((each) => each.muted);
    await tell(load(scene("a", { code: "shows" })));
    expect(muted()).toEqual([true, true]);
    await tell({ type: "manner", loop: true, muted: false });
    expect(muted()).toEqual([false, true]);
  });

  test("is heard from at least twice a second while it plays", async () => {
    await tell(load(scene("a", { code: "shows", durationFrames: 1 })), { type: "play", rate: 1 });
    said.length = 0;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(said.filter(({ type }) => type === "state").length).toBeGreaterThanOrEqual(4);
  });

  test("shows the note of a scene without code, and nothing without scenes", async () => {
    await tell(load(scene("a", { code: null })));
    expect(shown()).toBe("Scene abeing written");
    await tell(load());
    expect(shown()).toBe("");
    expect(said.at(-1)).toEqual({ type: "state", frame: 0, playing: false, total: 0 });
  });

  test("holds what a scene throws, tells it once, and tries again at another frame", async () => {
    await tell(load(scene("a", { code: "throws" })), { type: "seek", frame: 6 }, { type: "seek", frame: 7 });
    expect(shown()).toBe("Scene ano data");
    expect(said.filter(({ type }) => type === "sceneError")).toEqual([
      { type: "sceneError", scene: "a", message: "no data" },
    ]);
    await tell({ type: "seek", frame: 2 });
    expect(shown()).toBe("fine 2");
  });

  test("tells of a module that is no component", async () => {
    await tell(load(scene("a", { code: "nothing" })));
    expect(said).toContainEqual({
      type: "sceneError",
      scene: "a",
      message: "it does not export a component by default",
    });
  });

  test("takes new code in the place of the old, at the same frame", async () => {
    await tell(load(scene("a", { code: "throws" })), { type: "seek", frame: 6 });
    await tell(load(scene("a", { code: "shows", props: { word: "new" } })));
    expect(shown()).toBe("new 6 of 30");
  });

  test("goes on with the code that it was told before, where that is not told again", async () => {
    await tell(load(scene("a", { code: "shows", props: { word: "old" } })));
    await tell(load({ ...scene("a", { code: null, props: { word: "new" } }), isKnown: true }));
    expect(shown()).toBe("new 0 of 30");
  });

  test("scales the canvas to its window", async () => {
    await tell(load(scene("a", { code: "shows" })));
    const { transform } = document.querySelector<HTMLElement>(".canvas")?.style ?? {};
    expect(transform).toBe(`translate(0px, 96px) scale(${window.innerWidth / 640})`);
  });
});
