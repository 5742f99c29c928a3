import { beforeEach, expect, test } from "vitest";
import type { Heard } from "../src/fold";
import { type Connection, EventStream, QUIET_MS, SILENCE_MS } from "../src/stream";
import { FakeBrowser } from "./doors";
import { SNAPSHOT } from "./events";

let browser: FakeBrowser;
let heard: [string, Heard][];
let connections: [string, Connection][];

beforeEach(() => {
  [browser, heard, connections] = [new FakeBrowser(), [], []];
});

async function following(...projects: string[]): Promise<EventStream> {
  const stream = new EventStream(
    {
      onHeard: (project, one) => heard.push([project, one]),
      onConnection: (project, one) => connections.push([project, one]),
    },
    browser.doors,
  );
  for (const project of projects) {
    stream.follow(project);
  }
  await browser.pass(0);
  return stream;
}

const said = () => connections.map(([, connection]) => connection);

test("opens the stream of one project without a cursor and says when it has caught up", async () => {
  await following("p 1");
  browser.last.send("live", { project: "p 1", seq: 3 });
  expect(browser.last.url).toBe("/api/projects/p%201/events?ping=1");
  expect(said()).toEqual(["connecting", "live"]);
});

test("numbered events bring their cursor, live updates none", async () => {
  await following("p");
  browser.last.send("job.resumed", { job: "j" }, "e.7");
  browser.last.send("job.progress", { job: "j", percent: 4, stage: "s" }, "e.7");
  browser.last.send("snapshot", { ...SNAPSHOT, project: "p" }, "e.9");
  expect(heard.map(([, { cursor, told }]) => [told.type, cursor?.seq])).toEqual([
    ["job.resumed", 7],
    ["job.progress", undefined],
    ["snapshot", 9],
  ]);
});

test("several projects come over one connection, each event to its own", async () => {
  await following("a", "b");
  expect(browser.sources).toHaveLength(1);
  expect(browser.last.url).toBe("/api/events?ping=1&projects=a%2Cb");
  browser.last.send("job.resumed", { project: "b", job: "j" }, "e.b=7");
  browser.last.send("job.resumed", { project: "a", job: "j" }, "e.b=7,a=2");
  browser.last.send("job.resumed", { project: "unknown", job: "j" }, "e.b=7,a=2,unknown=1");
  expect(heard.map(([project, one]) => [project, one.cursor?.seq])).toEqual([
    ["b", 7],
    ["a", 2],
  ]);
});

test("a project that joins or leaves goes on behind what was had of the others", async () => {
  const stream = await following("a");
  browser.last.send("job.resumed", { project: "a", job: "j" }, "e.7");
  stream.follow("b");
  await browser.pass(0);
  expect(browser.last.url).toBe("/api/events?ping=1&after=e.a%3D7&projects=a%2Cb");
  browser.last.send("job.resumed", { project: "b", job: "j" }, "e.a=7,b=3");
  stream.leave("a");
  await browser.pass(0);
  expect(browser.last.url).toBe("/api/projects/b/events?ping=1&after=e.3");
  stream.leave("b");
  await browser.pass(0);
  expect([browser.sources.length, browser.last.readyState]).toEqual([3, 2]);
});

test("after a cut it is behind until it has caught up", async () => {
  await following("p");
  browser.last.send("live", { project: "p", seq: 7 });
  browser.last.fail(0);
  browser.last.send("job.resumed", { job: "j" }, "e.8");
  browser.last.send("live", { project: "p", seq: 8 });
  expect(said()).toEqual(["connecting", "live", "reconnecting", "behind", "live"]);
});

test("a line on which a beat is late is quiet, until something comes", async () => {
  await following("p");
  browser.last.send("live", { project: "p", seq: 7 });
  await browser.pass(QUIET_MS);
  browser.last.send("ping", {}, "e.7");
  expect(said()).toEqual(["connecting", "live", "quiet", "live"]);
});

test("while the browser tries again by itself, nothing is opened", async () => {
  await following("p");
  browser.last.fail(0);
  await browser.pass(20_000);
  expect([said().at(-1), browser.sources.length]).toEqual(["reconnecting", 1]);
});

test("where the browser gives up, the stream is opened anew after its last event, with growing pauses", async () => {
  await following("p");
  browser.last.send("job.resumed", { job: "j" }, "e.7");
  const pauses: number[] = [];
  for (let round = 0; round < 3; round++) {
    browser.last.fail(2);
    pauses.push(Math.min(...browser.waiting.map(({ ms }) => ms)));
    await browser.pass(20_000);
  }
  expect(browser.last.url).toBe("/api/projects/p/events?ping=1&after=e.7");
  expect([browser.sources.length, pauses]).toEqual([4, [250, 500, 1000]]);
});

test("a line on which nothing comes, not even a beat, is opened anew", async () => {
  await following("p");
  browser.last.send("ping", {}, "e.7");
  await browser.pass(SILENCE_MS - 1);
  expect(browser.sources).toHaveLength(1);
  await browser.pass(SILENCE_MS);
  expect(browser.sources).toHaveLength(2);
});

test("who is not signed in is told so, and nothing is opened any more", async () => {
  browser.statuses = { p: 401 };
  await following("p");
  browser.last.fail(2);
  await browser.pass(20_000);
  expect([said().at(-1), browser.sources.length]).toEqual(["signed-out", 1]);
});

test.each([
  [404, "missing"],
  [410, "deleted"],
] as const)(
  "of a project that is not there (%s) it is said that it is %s, and the others go on",
  async (status, said) => {
    browser.statuses = { a: status };
    await following("a", "b");
    browser.last.fail(2);
    await browser.pass(20_000);
    expect(connections).toContainEqual(["a", said]);
    expect(browser.last.url).toBe("/api/projects/b/events?ping=1");
  },
);

test.each([
  ["replaced", { reason: "too many" }, "replaced"],
  ["error", { code: "token.ended", message: "m" }, "signed-out"],
] as const)("a stream that the server ends with %s stays ended", async (name, data, connection) => {
  await following("p");
  name === "error" ? browser.last.sayError(data) : browser.last.send(name, data);
  browser.last.fail(2);
  await browser.pass(100_000);
  expect([said().at(-1), browser.sources.length]).toEqual([connection, 1]);
});

test("a closed stream is silent, whatever still comes", async () => {
  const stream = await following("p");
  browser.last.fail(2);
  stream.close();
  await browser.pass(100_000);
  browser.last.send("job.resumed", { job: "j" }, "e.7");
  stream.wentOffline();
  stream.cameOnline();
  expect([heard.length, browser.sources.length, said().at(-1)]).toEqual([0, 1, "reconnecting"]);
});

test("says offline, and opens at once when the network is back", async () => {
  const stream = await following("p");
  stream.wentOffline();
  stream.cameOnline();
  expect([said(), browser.sources.length]).toEqual([["connecting", "offline", "reconnecting"], 2]);
});

test("what is not one JSON object is left out", async () => {
  await following("p");
  browser.last.send("job.resumed", "[1]", "e.7");
  browser.last.send("job.resumed", '{"job":', "e.8");
  expect(heard).toEqual([]);
});

test("a source that was replaced is not heard any more", async () => {
  const stream = await following("p");
  const old = browser.last;
  stream.cameOnline();
  old.send("job.resumed", { job: "j" }, "e.7");
  old.fail(2);
  await browser.pass(20_000);
  expect([heard.length, browser.sources.length]).toEqual([0, 2]);
});
