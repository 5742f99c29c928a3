import { expect, test } from "vitest";
import { ownLine } from "../src/own-line";
import { whenGone } from "../src/tab-life";
import { workerLine } from "../src/worker-line";
import { FakeBrowser } from "./doors";
import { FakeLocks, settle } from "./locks";

test("a tab tells the worker how to know that it is gone, then what it follows", async () => {
  const [locks, posted, told] = [new FakeLocks(), [] as unknown[], [] as unknown[]];
  const port = {
    onmessage: null as ((event: MessageEvent) => void) | null,
    postMessage: (message: unknown) => posted.push(message),
    close: () => undefined,
  };
  const line = workerLine(port, locks.manager, "tab-1")((message) => told.push(message));
  line.say({ kind: "follow", project: "a" });
  port.onmessage?.({ data: "told" } as MessageEvent);
  expect(posted).toEqual([
    { kind: "hello", life: "tab-1" },
    { kind: "follow", project: "a" },
  ]);
  expect(told).toEqual(["told"]);
  let gone = false;
  whenGone(locks.manager, "tab-1", () => {
    gone = true;
  });
  await settle();
  expect(gone).toBe(false);
  line.close();
  await settle();
  expect([gone, port.onmessage]).toEqual([true, null]);
});

test("a tab without locks and workers has a connection of its own", async () => {
  const browser = new FakeBrowser();
  const line = ownLine(browser.doors)(() => undefined);
  line.say({ kind: "follow", project: "a" });
  await browser.pass(0);
  line.close();
  expect([browser.sources.length, browser.last.readyState]).toEqual([1, 2]);
});
