import { expect, test } from "vitest";
import type { ToTab } from "../src/line";
import { Switchboard } from "../src/switchboard";
import { FakeBrowser } from "./doors";
import { SNAPSHOT } from "./events";

const A_SNAPSHOT = { ...SNAPSHOT, project: "a" };

function board() {
  const browser = new FakeBrowser();
  const switchboard = new Switchboard(browser.doors);
  const tab = () => {
    const told: ToTab[] = [];
    const tell = (message: ToTab) => told.push(message);
    return { told, tell, kinds: () => told.map(({ kind }) => kind) };
  };
  return { browser, switchboard, tab };
}

test("many tabs on one project share one connection and hear the same", async () => {
  const { browser, switchboard, tab } = board();
  const tabs = [tab(), tab(), tab()];
  for (const { tell } of tabs) {
    switchboard.hear(tell, { kind: "follow", project: "a" });
  }
  await browser.pass(0);
  browser.last.send("snapshot", A_SNAPSHOT, "e.3");
  expect(browser.sources).toHaveLength(1);
  expect(tabs.map(({ kinds }) => kinds())).toEqual(Array(3).fill(["known", "heard"]));
});

test("a tab that opens in the middle knows at once what the others know", async () => {
  const { browser, switchboard, tab } = board();
  switchboard.hear(tab().tell, { kind: "follow", project: "a" });
  await browser.pass(0);
  browser.last.send("snapshot", A_SNAPSHOT, "e.3");
  browser.last.send("scene.moved", { project: "a", scene_id: "x", order: ["x"] }, "e.4");
  const late = tab();
  switchboard.hear(late.tell, { kind: "follow", project: "a" });
  expect(late.told).toMatchObject([{ kind: "known", state: { cursor: { seq: 4 }, order: ["x"] } }]);
});

test("the connection follows what the tabs that live follow", async () => {
  const { browser, switchboard, tab } = board();
  const [one, other] = [tab(), tab()];
  switchboard.hear(one.tell, { kind: "follow", project: "a" });
  switchboard.hear(other.tell, { kind: "follow", project: "b" });
  await browser.pass(0);
  expect(browser.last.url).toContain("projects=a%2Cb");
  switchboard.lost(one.tell);
  await browser.pass(0);
  expect(browser.last.url).toContain("/api/projects/b/");
  switchboard.hear(other.tell, { kind: "leave", project: "b" });
  await browser.pass(0);
  expect(browser.last.readyState).toBe(2);
});

test("the network is heard of once, however many tabs tell of it", async () => {
  const { browser, switchboard, tab } = board();
  const tabs = [tab(), tab()];
  for (const { tell } of tabs) {
    switchboard.hear(tell, { kind: "follow", project: "a" });
  }
  await browser.pass(0);
  for (const online of [false, true]) {
    for (const { tell } of tabs) {
      switchboard.hear(tell, { kind: "network", online });
    }
  }
  expect(browser.sources).toHaveLength(2);
});

test("a board that is closed tells nothing any more", async () => {
  const { browser, switchboard, tab } = board();
  const one = tab();
  switchboard.hear(one.tell, { kind: "follow", project: "a" });
  await browser.pass(0);
  switchboard.close();
  browser.last.send("snapshot", A_SNAPSHOT, "e.3");
  expect([one.kinds(), browser.last.readyState]).toEqual([["known"], 2]);
});
