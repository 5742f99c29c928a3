import { beforeEach, expect, test } from "vitest";
import type { Heard } from "../src/fold";
import { type Connection, ProjectStream, type Source } from "../src/stream";
import { SNAPSHOT } from "./events";

class FakeSource implements Source {
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly url: string;
  readonly #listeners = new Map<string, (event: MessageEvent<string>) => void>();

  constructor(url: string) {
    this.url = url;
  }
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.set(type, listener);
  }
  close(): void {
    this.readyState = 2;
  }
  send(type: string, data: string, lastEventId = ""): void {
    this.#listeners.get(type)?.({ data, lastEventId } as MessageEvent<string>);
  }
  fail(readyState: number): void {
    this.readyState = readyState;
    this.onerror?.();
  }
}

let sources: FakeSource[];
let waiting: { act: () => void; ms: number }[];
let heard: Heard[];
let connections: Connection[];
let status: number;

beforeEach(() => {
  [sources, waiting, heard, connections, status] = [[], [], [], [], 200];
});

function open(): ProjectStream {
  return new ProjectStream(
    "p 1",
    { onHeard: (one) => heard.push(one), onConnection: (one) => connections.push(one) },
    {
      open: (url) => {
        const source = new FakeSource(url);
        sources.push(source);
        return source;
      },
      probe: () => Promise.resolve(status),
      random: () => 0.5,
      later: (act, ms) => {
        const due = { act, ms };
        waiting.push(due);
        return () => waiting.splice(waiting.indexOf(due), 1);
      },
    },
  );
}

const last = () => sources.at(-1) as FakeSource;
async function letTimePass(): Promise<void> {
  for (const due of waiting.splice(0)) {
    due.act();
  }
  await Promise.resolve();
  await Promise.resolve();
}

test("opens the project's stream without a cursor and says when it is live", () => {
  open();
  last().onopen?.();
  expect(last().url).toBe("/api/projects/p%201/events");
  expect(connections).toEqual(["connecting", "live"]);
});

test("numbered events bring their cursor, live updates none", () => {
  open();
  last().send("job.resumed", '{"job":"j"}', "e.7");
  last().send("job.progress", '{"job":"j","percent":4,"stage":"s"}', "e.7");
  last().send("snapshot", JSON.stringify(SNAPSHOT), "e.9");
  expect(heard.map(({ cursor, told }) => [told.type, cursor?.seq])).toEqual([
    ["job.resumed", 7],
    ["job.progress", undefined],
    ["snapshot", 9],
  ]);
});

test("while the browser tries again by itself, nothing is opened", () => {
  open();
  last().fail(0);
  expect([connections.at(-1), sources.length, waiting.length]).toEqual(["reconnecting", 1, 0]);
});

test("where the browser gives up, the stream is opened anew after its last event, with growing pauses", async () => {
  open();
  last().send("job.resumed", '{"job":"j"}', "e.7");
  const pauses: number[] = [];
  for (let round = 0; round < 3; round++) {
    last().fail(2);
    pauses.push(waiting[0]?.ms ?? -1);
    await letTimePass();
  }
  expect(last().url).toBe("/api/projects/p%201/events?after=e.7");
  expect([sources.length, pauses]).toEqual([4, [250, 500, 1000]]);
});

test.each([
  [401, "signed-out"],
  [404, "missing"],
] as const)("a project that answers %i ends the stream as %s", async (answer, said) => {
  status = answer;
  open();
  last().fail(2);
  await letTimePass();
  expect([connections.at(-1), sources.length]).toEqual([said, 1]);
});

test("a closed stream is silent, whatever still comes", async () => {
  const stream = open();
  last().fail(2);
  stream.close();
  await letTimePass();
  last().send("job.resumed", '{"job":"j"}', "e.7");
  stream.cameOnline();
  stream.wentOffline();
  expect([heard.length, sources.length, connections.at(-1)]).toEqual([0, 1, "reconnecting"]);
});

test("says offline, and opens at once when the network is back", () => {
  const stream = open();
  stream.wentOffline();
  stream.cameOnline();
  expect([connections, sources.length]).toEqual([["connecting", "offline", "reconnecting"], 2]);
});

test("what is not one JSON object is left out", () => {
  open();
  last().send("job.resumed", "[1]", "e.7");
  last().send("job.resumed", '{"job":', "e.8");
  expect(heard).toEqual([]);
});

test("a source that was replaced is not heard any more", () => {
  const stream = open();
  const old = last();
  stream.cameOnline();
  old.send("job.resumed", '{"job":"j"}', "e.7");
  old.fail(2);
  expect([heard.length, waiting.length]).toEqual([0, 0]);
});
