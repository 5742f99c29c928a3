import { expect, test } from "vitest";
import type { LogRecord } from "../src/told/stream";
import { SpanLog } from "../src/world/span-log";
import { World } from "../src/world/world";
import { child, mailbox, snapshot, span } from "./told";

function record(n: number): LogRecord {
  return { n, at: n, kind: "action", about: "llm", job: null, sentence: `number ${n}`, data: null };
}

function begun(): World {
  const world = new World();
  world.hear({ type: "snapshot", data: snapshot() });
  return world;
}

test("a change tells only what differs, and the rest stays", () => {
  const world = begun();
  const stuck = child("llm", { health: "stuck" });
  world.hear({ type: "change", data: { at: 1_001, children: [stuck], mailboxes: { llm: mailbox("llm", 9) } } });
  expect([...world.children.values()].map(({ name, health }) => [name, health])).toEqual([
    ["journal", "idle"],
    ["llm", "stuck"],
  ]);
  expect(world.mailboxes.get("llm")?.ledger.waiting).toBe(9);
  expect(world.now.up).toBe(true);
});

test("who is gone is gone, and a snapshot is everything", () => {
  const world = begun();
  world.hear({ type: "change", data: { at: 1_001, gone: ["llm"] } });
  expect([...world.children.keys()]).toEqual(["journal"]);
  world.hear({ type: "snapshot", data: snapshot({ children: [child("orchestrator")] }) });
  expect([...world.children.keys()]).toEqual(["orchestrator"]);
});

test("records that come again after a cut are had once", () => {
  const world = begun();
  world.hear({ type: "log", data: { records: [record(1), record(2)], missed: false } });
  world.hear({ type: "log", data: { records: [record(2), record(3)], missed: true } });
  expect(world.log.map(({ n }) => n)).toEqual([1, 2, 3]);
  expect(world.missed).toBe(true);
});

test("another life of the process begins a log of its own", () => {
  const world = begun();
  world.hear({ type: "log", data: { records: [record(7)], missed: false } });
  world.hear({ type: "spans", data: { spans: [span(7)], left_out: 2 } });
  world.hear({ type: "snapshot", data: snapshot({ boot: "b2" }) });
  world.hear({ type: "log", data: { records: [record(1)], missed: false } });
  expect(world.log.map(({ n }) => n)).toEqual([1]);
  expect([world.spans.size, world.spansLeftOut]).toEqual([0, 0]);
});

test("only the part that changed has another number", () => {
  const world = begun();
  const before = { ...world.versions };
  world.hear({ type: "spans", data: { spans: [span(1)], left_out: 0 } });
  expect(world.versions).toEqual({ ...before, spans: before.spans + 1 });
});

test("a message in hand is replaced in its place when it has ended, and the oldest are forgotten", () => {
  const log = new SpanLog();
  log.take([span(1, { ended_at: null, outcome: "in hand" }), span(2)]);
  log.take([span(1)]);
  expect(log.all().map(({ span: number, outcome }) => [number, outcome])).toEqual([
    [1, "handled"],
    [2, "handled"],
  ]);
  log.take(Array.from({ length: 5_000 }, (_, at) => span(at + 3)));
  expect(log.size).toBe(5_000);
  expect(log.all()[0]?.span).toBe(3);
});

test("the depth of a mailbox is kept for the last minute, the oldest first", () => {
  const world = begun();
  for (let at = 0; at < 130; at++) {
    world.hear({ type: "change", data: { at, mailboxes: { llm: mailbox("llm", at) } } });
    world.sample();
  }
  const values = world.depths.get("llm")?.values() ?? [];
  expect([values.length, values[0], values.at(-1)]).toEqual([120, 10, 129]);
});
