import { expect, test } from "vitest";
import { electedLine } from "../src/elected-line";
import type { ToTab } from "../src/line";
import { FakeBrowser } from "./doors";
import { SNAPSHOT } from "./events";
import { FakeChannels, FakeLocks, settle } from "./locks";

const A_SNAPSHOT = { ...SNAPSHOT, project: "a" };

async function tabs(count: number) {
  const [locks, channels] = [new FakeLocks(), new FakeChannels()];
  const opened = [];
  for (let number = 0; number < count; number++) {
    const [browser, told] = [new FakeBrowser(), [] as ToTab[]];
    const open = electedLine(channels.join(), locks.manager, `tab-${number}`, browser.doors);
    const line = open((message) => told.push(message));
    await settle();
    line.say({ kind: "follow", project: "a" });
    opened.push({ browser, told, line });
  }
  for (const { browser } of opened) {
    await browser.pass(0);
  }
  return opened as [(typeof opened)[0], (typeof opened)[0], ...typeof opened];
}

test("one tab holds the connection and the others hear all of it", async () => {
  const opened = await tabs(7);
  expect(opened.map(({ browser }) => browser.sources.length)).toEqual([1, 0, 0, 0, 0, 0, 0]);
  opened[0].browser.last.send("snapshot", A_SNAPSHOT, "e.3");
  expect(opened.map(({ told }) => told.map(({ kind }) => kind))).toEqual(Array(7).fill(["known", "heard"]));
});

test("when the holder goes, another takes over and nobody has to ask", async () => {
  const [first, second, third] = await tabs(3);
  first.line.close();
  await settle();
  await second.browser.pass(0);
  expect([first.browser.last.readyState, second.browser.sources.length]).toEqual([2, 1]);
  second.browser.last.send("snapshot", A_SNAPSHOT, "e.3");
  expect(third?.told.at(-1)?.kind).toBe("heard");
});

test("a tab that goes is not told any more, and what it alone followed is left", async () => {
  const [first, second] = await tabs(2);
  second.line.say({ kind: "follow", project: "b" });
  await first.browser.pass(0);
  expect(first.browser.last.url).toContain("projects=a%2Cb");
  second.line.close();
  await settle();
  await first.browser.pass(0);
  expect(first.browser.last.url).toContain("/api/projects/a/");
});

test("a tab that leaves a project is not told of it", async () => {
  const [first, second] = await tabs(2);
  second.line.say({ kind: "leave", project: "a" });
  first.browser.last.send("snapshot", A_SNAPSHOT, "e.3");
  expect(second.told.map(({ kind }) => kind)).toEqual(["known"]);
});

test("a tab whose lock is not there yet says nothing, or it would be taken for gone", async () => {
  const [locks, channels] = [new FakeLocks(), new FakeChannels()];
  const holder = new FakeBrowser();
  electedLine(
    channels.join(),
    locks.manager,
    "tab-0",
    holder.doors,
  )(() => undefined).say({ kind: "follow", project: "a" });
  let free: () => void = () => undefined;
  void locks.manager.request("tab-1", () => new Promise<void>((resolve) => (free = resolve)));
  await settle();
  const told: ToTab[] = [];
  const late = electedLine(channels.join(), locks.manager, "tab-1", new FakeBrowser().doors)((one) => told.push(one));
  late.say({ kind: "follow", project: "a" });
  await settle();
  expect(told).toEqual([]);
  free();
  await settle();
  await holder.pass(0);
  holder.last.send("snapshot", A_SNAPSHOT, "e.3");
  expect(told.map(({ kind }) => kind)).toEqual(["known", "heard"]);
});
