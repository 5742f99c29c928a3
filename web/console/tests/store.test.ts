import { expect, test } from "vitest";
import type { Heard } from "../src/told/stream";
import { SILENCE_MS } from "../src/world/line";
import { Store, type StoreDoors } from "../src/world/store";
import { snapshot, span } from "./told";

/** A browser whose frames, timers and streams are moved by hand. */
class Browser implements StoreDoors {
  readonly urls: string[] = [];
  readonly frames: (() => void)[] = [];
  readonly timers = new Map<() => void, number>();
  status = 200;
  source = new Stream();
  open = (url: string) => {
    this.urls.push(url);
    this.source = new Stream();
    return this.source;
  };
  probe = async () => this.status;
  random = () => 0.5;
  later = (act: () => void, ms: number) => {
    this.timers.set(act, ms);
    return () => this.timers.delete(act);
  };
  every = () => () => undefined;
  nextFrame = (act: () => void) => this.frames.push(act);
  now = () => 0;

  frame(): void {
    for (const act of this.frames.splice(0)) {
      act();
    }
  }

  async pass(ms: number): Promise<void> {
    for (const [act, after] of [...this.timers]) {
      if (after <= ms) {
        this.timers.delete(act);
        act();
      }
    }
    await Promise.resolve();
    await Promise.resolve();
  }
}

class Stream {
  readyState = 1;
  onerror: ((event: Event) => void) | null = null;
  readonly #listeners = new Map<string, (event: MessageEvent<string>) => void>();
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.set(type, listener);
  }
  close(): void {
    this.readyState = 2;
  }
  says(type: Heard["type"], data: unknown, lastEventId = ""): void {
    this.#listeners.get(type)?.(new MessageEvent(type, { data: JSON.stringify(data), lastEventId }));
  }
  breaks(): void {
    this.readyState = 2;
    this.onerror?.(new Event("error"));
  }
}

function followed(): [Browser, Store] {
  const browser = new Browser();
  const store = new Store(browser);
  store.follow();
  return [browser, store];
}

test("however much comes, it is folded once, in the next frame", () => {
  const [browser, store] = followed();
  let told = 0;
  store.watch(() => told++);
  browser.source.says("snapshot", snapshot());
  browser.source.says("spans", { spans: [span(1)], left_out: 0 });
  browser.source.says("spans", { spans: [span(2)], left_out: 0 });
  expect([told, store.world.known]).toEqual([0, false]);
  browser.frame();
  expect([told, store.world.known, store.world.spans.size, store.connection]).toEqual([1, true, 2, "live"]);
});

test("a torn frame harms nothing", () => {
  const [browser, store] = followed();
  browser.source.says("snapshot", "torn");
  browser.source.says("snapshot", snapshot());
  browser.frame();
  expect(store.world.known).toBe(true);
});

test("the clock shown is the server's", () => {
  const [browser, store] = followed();
  browser.source.says("snapshot", snapshot({ at: 500 }));
  browser.frame();
  expect(store.now()).toBe(500);
});

test("a stream that was refused is opened again behind what was had", async () => {
  const [browser, store] = followed();
  browser.source.says("log", { records: [], missed: false }, "b1.7");
  browser.source.breaks();
  expect(store.connection).toBe("reconnecting");
  await browser.pass(1_000);
  expect(browser.urls.at(-1)).toBe("/console/api/stream?after=b1.7");
});

test("a silent line is taken for dead", async () => {
  const [browser, store] = followed();
  browser.source.says("snapshot", snapshot());
  await browser.pass(SILENCE_MS);
  expect([browser.urls.length, store.connection]).toEqual([2, "reconnecting"]);
});

test("without the operator's token it says so and asks no more", async () => {
  const [browser, store] = followed();
  browser.status = 401;
  browser.source.breaks();
  await browser.pass(1_000);
  expect([store.connection, browser.urls.length]).toEqual(["signed-out", 1]);
});

test("messages are asked for only while somebody reads them", () => {
  const [browser, store] = followed();
  const rest = store.withSpans(new URLSearchParams({ job: "job_1" }));
  expect(browser.urls.at(-1)).toBe("/console/api/stream?spans=1&job=job_1");
  rest();
  expect(browser.urls.at(-1)).toBe("/console/api/stream");
});
