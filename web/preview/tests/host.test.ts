// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FROZEN_NOTE, PreviewHost } from "../src/host";
import type { FromFrame, ToFrame } from "../src/protocol";
import { SILENCE_LIMIT_MS } from "../src/watchdog";
import { scene, VIDEO } from "./examples";

const heard: string[] = [];
let host: PreviewHost;
let sent: ToFrame[];

beforeEach(() => {
  vi.useFakeTimers();
  heard.length = 0;
  host = new PreviewHost(
    document.body,
    { src: "about:blank" },
    {
      onReady: () => heard.push("ready"),
      onState: ({ frame }) => heard.push(`at ${frame}`),
      onDrawing: (id, frame) => heard.push(`drawing ${id} ${frame}`),
      onSceneError: (id, message) => heard.push(`error ${id} ${message}`),
      onPointed: (target) => heard.push(`pointed ${target?.text}`),
      onFrozen: (id) => heard.push(`frozen ${id}`),
    },
  );
  listen();
});
afterEach(() => {
  host.dispose();
  vi.useRealTimers();
});

const frame = () => document.querySelector("iframe") as HTMLIFrameElement;

/** Notes what is sent to the frame that is there now. */
function listen(): void {
  sent = [];
  vi.spyOn(frame().contentWindow as Window, "postMessage").mockImplementation((message) => void sent.push(message));
}

function say(data: FromFrame, source: Window | null = frame().contentWindow): void {
  window.dispatchEvent(new MessageEvent("message", { data, source }));
}

describe("PreviewHost", () => {
  test("mounts a frame that may run scripts and nothing else", () => {
    expect(frame().getAttribute("sandbox")).toBe("allow-scripts");
  });

  test("waits for the frame, then tells it everything it has to know", () => {
    host.load(VIDEO, [scene("a")]);
    host.seek(12);
    host.play();
    expect(sent).toEqual([]);
    say({ type: "ready" });
    expect(sent).toEqual([
      { type: "load", video: VIDEO, scenes: [scene("a")] },
      { type: "manner", loop: true, muted: true },
      { type: "seek", frame: 12 },
      { type: "play", rate: 1 },
    ]);
  });

  test("tells a ready frame at once", () => {
    say({ type: "ready" });
    sent.length = 0;
    host.play();
    host.pause();
    host.seek(-3.2);
    expect(sent).toEqual([{ type: "play", rate: 1 }, { type: "pause" }, { type: "seek", frame: 0 }]);
  });

  test("tells no code twice, but all of it to a new frame", () => {
    const codes = () =>
      sent.flatMap((message) => (message.type === "load" ? [message.scenes.map(({ code }) => code)] : []));
    host.load(VIDEO, [scene("a", { code: "one" }), scene("b", { code: "two" })]);
    say({ type: "ready" });
    host.load(VIDEO, [scene("a", { code: "one", name: "renamed" }), scene("b", { code: "three" })]);
    expect(codes()).toEqual([
      ["one", "two"],
      [null, "three"],
    ]);
    expect(sent.at(-1)).toMatchObject({ scenes: [{ isKnown: true, name: "renamed" }, {}] });
    sent.length = 0;
    say({ type: "ready" });
    expect(codes()).toEqual([["one", "three"]]);
  });

  test("hears the frame", () => {
    say({ type: "ready" });
    say({ type: "drawing", scene: "a", frame: 3 });
    say({ type: "state", frame: 3, playing: false, total: 30 });
    say({ type: "sceneError", scene: "a", message: "no" });
    expect(heard).toEqual(["ready", "drawing a 3", "at 3", "error a no"]);
  });

  test("hears what lies where it asked last, and no earlier answer", () => {
    const target = {
      scene: "a",
      frame: 3,
      kind: "text",
      tag: "p",
      text: "hi",
      box: { x: 0, y: 0, width: 1, height: 1 },
    } as const;
    say({ type: "ready" });
    host.point({ x: 0.5, y: 0.5 });
    host.point({ next: 1 });
    expect(sent.slice(-2)).toEqual([
      { type: "point", ask: 1, place: { x: 0.5, y: 0.5 } },
      { type: "point", ask: 2, place: { next: 1 } },
    ]);
    say({ type: "pointed", ask: 1, target: { ...target, text: "old" } });
    say({ type: "pointed", ask: 2, target });
    expect(heard).toEqual(["ready", "pointed hi"]);
  });

  test("hears nobody else, and nothing outside the protocol", () => {
    say({ type: "ready" }, window);
    say({ type: "ready" }, null);
    say({ type: "hello" } as never);
    expect(heard).toEqual([]);
  });

  test("replaces a frame that falls silent while it draws, without the scene that froze", () => {
    host.load(VIDEO, [scene("a"), scene("b")]);
    host.play(-2);
    host.manner = { loop: false, muted: false };
    say({ type: "ready" });
    say({ type: "state", frame: 41, playing: true, total: 60 });
    say({ type: "drawing", scene: "b", frame: 11 });
    const before = frame();
    vi.advanceTimersByTime(SILENCE_LIMIT_MS + 300);
    expect(heard.at(-1)).toBe("frozen b");
    expect(frame()).not.toBe(before);
    listen();
    say({ type: "ready" });
    const off = { ...scene("b"), code: null, note: FROZEN_NOTE };
    expect(sent).toEqual([
      { type: "load", video: VIDEO, scenes: [scene("a"), off] },
      { type: "manner", loop: false, muted: false },
      { type: "seek", frame: 41 },
      { type: "play", rate: -2 },
    ]);
  });

  test("gives a scene that froze another chance with other code", () => {
    host.load(VIDEO, [scene("a")]);
    say({ type: "ready" });
    say({ type: "drawing", scene: "a", frame: 0 });
    vi.advanceTimersByTime(SILENCE_LIMIT_MS + 300);
    listen();
    say({ type: "ready" });
    host.load(VIDEO, [scene("a", { code: "better" })]);
    expect(sent.at(-1)).toMatchObject({ scenes: [{ code: "better" }] });
  });

  test("lets a paused frame be silent, and one that keeps talking live", () => {
    say({ type: "ready" });
    say({ type: "drawing", scene: "a", frame: 0 });
    say({ type: "state", frame: 0, playing: false, total: 30 });
    vi.advanceTimersByTime(60_000);
    for (let beat = 0; beat < 20; beat += 1) {
      say({ type: "state", frame: beat, playing: true, total: 30 });
      vi.advanceTimersByTime(500);
    }
    expect(heard.filter((each) => each.startsWith("frozen"))).toEqual([]);
  });

  test("does not watch a page that nobody sees", () => {
    say({ type: "drawing", scene: "a", frame: 0 });
    vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual(["drawing a 0"]);
  });

  test("leaves nothing behind", () => {
    host.dispose();
    expect(document.querySelector("iframe")).toBeNull();
  });

  test("takes the frame's page as HTML, too", () => {
    const other = document.createElement("div");
    const inlined = new PreviewHost(other, { srcdoc: "<p>" });
    expect(other.querySelector("iframe")?.srcdoc).toBe("<p>");
    expect(other.querySelector("iframe")?.tabIndex).toBe(-1);
    inlined.dispose();
  });
});
