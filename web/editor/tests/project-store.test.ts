// @vitest-environment jsdom

import type { FromTab, ToTab } from "@bazaar/shared/line";
import { EMPTY } from "@bazaar/shared/state";
import { expect, test } from "vitest";
import { ProjectStore } from "../src/project/project-store";

function followed() {
  const said: FromTab[] = [];
  let tell: (message: ToTab) => void = () => undefined;
  let closed = false;
  const store = new ProjectStore("p", (hear) => {
    tell = hear;
    return {
      say: (message) => said.push(message),
      close: () => {
        closed = true;
      },
    };
  });
  const end = store.follow();
  const moved = (seq: number, order: string[]) =>
    tell({
      kind: "heard",
      project: "p",
      heard: { cursor: { epoch: "e", seq }, told: { type: "scene.moved", scene_id: "a", order } },
    });
  return { store, end, said, tell: (message: ToTab) => tell(message), moved, closed: () => closed };
}

const told = (store: ProjectStore) => new Promise<void>((notify) => store.watch(notify));

test("what a line brings is told once for many events, with the connection", async () => {
  const { store, tell, moved, end } = followed();
  tell({ kind: "connection", project: "p", connection: "live" });
  moved(1, ["a", "b"]);
  moved(2, ["b", "a"]);
  expect(store.read().state.order).toEqual([]);
  await told(store);
  expect([store.read().connection, store.read().state.order]).toEqual(["live", ["b", "a"]]);
  end();
});

test("what others know already is known at once, and a holder that knows nothing takes nothing away", async () => {
  const { store, tell } = followed();
  tell({ kind: "known", project: "p", state: { ...EMPTY, loaded: true, order: ["a"] }, connection: "live" });
  tell({ kind: "known", project: "p", state: EMPTY, connection: "connecting" });
  await told(store);
  expect(store.read()).toMatchObject({ connection: "connecting", state: { order: ["a"] } });
});

test("what is told of another project is not ours", async () => {
  const { store, tell, moved } = followed();
  tell({ kind: "connection", project: "q", connection: "missing" });
  moved(1, ["a"]);
  await told(store);
  expect(store.read().connection).toBe("connecting");
});

test("the browser's word on the network is passed on while the project is followed, and not after", () => {
  const { said, end, closed } = followed();
  window.dispatchEvent(new Event("offline"));
  window.dispatchEvent(new Event("online"));
  end();
  window.dispatchEvent(new Event("online"));
  expect([said.map(({ kind }) => kind), closed()]).toEqual([["follow", "network", "network", "leave"], true]);
});
