// @vitest-environment jsdom

import type { StreamDoors } from "@bazaar/shared/stream";
import { expect, test } from "vitest";
import { ProjectStore } from "../src/project/project-store";

type Listener = (event: MessageEvent<string>) => void;

function doors() {
  const listeners = new Map<string, Listener>();
  const opened: string[] = [];
  const source = { readyState: 1, onopen: null as (() => void) | null, onerror: null, close: () => undefined };
  const world: StreamDoors = {
    open: (url) => {
      opened.push(url);
      return Object.assign(source, {
        addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
      });
    },
    probe: () => Promise.resolve(200),
    random: () => 0,
    later: () => () => undefined,
  };
  const send = (type: string, data: object, lastEventId: string) =>
    listeners.get(type)?.({ data: JSON.stringify(data), lastEventId } as MessageEvent<string>);
  return { world, source, send, opened };
}

const told = (store: ProjectStore) => new Promise<void>((notify) => store.watch(notify));

test("what a stream brings is told once for many events, with the connection", async () => {
  const { world, source, send } = doors();
  const store = new ProjectStore("p", world);
  const end = store.follow();
  source.onopen?.();
  send("scene.moved", { scene_id: "a", order: ["a", "b"] }, "e.1");
  send("scene.moved", { scene_id: "a", order: ["b", "a"] }, "e.2");
  expect(store.read().state.order).toEqual([]);
  await told(store);
  expect([store.read().connection, store.read().state.order]).toEqual(["live", ["b", "a"]]);
  end();
});

test("the browser's word on the network is followed while the project is, and not after", async () => {
  const { world, opened } = doors();
  const store = new ProjectStore("p", world);
  const end = store.follow();
  window.dispatchEvent(new Event("offline"));
  await told(store);
  expect(store.read().connection).toBe("offline");
  window.dispatchEvent(new Event("online"));
  end();
  window.dispatchEvent(new Event("online"));
  expect(opened).toHaveLength(2);
});
