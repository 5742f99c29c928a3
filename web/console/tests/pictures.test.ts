import { expect, test } from "vitest";
import { valuesOf } from "../src/faults/values";
import { lanesOf, ticksOf } from "../src/jobs/lanes";
import { changedIn } from "../src/letters/changed";
import { joined, newIn, OUTSIDE, sequenceOf } from "../src/messages/sequence";
import type { Stretch } from "../src/told/jobs";
import { span } from "./told";

function stretch(actor: string, from: number, to: number | null): Stretch {
  return { actor, from, to, label: "generate", step: "generate", attempt: 1, kind: "attempt", outcome: "done" };
}

test("who takes part stands in the order of speaking, and each message is an arrow", () => {
  const { parties, arrows } = sequenceOf([
    span(2, { sender: "journal", address: "llm", sent_at: 2 }),
    span(1, { sender: null, address: "journal", sent_at: 1 }),
    span(3, { sender: "llm", address: "llm", sent_at: 3 }),
  ]);
  expect(parties).toEqual([OUTSIDE, "journal", "llm"]);
  expect(arrows.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [1, 2],
    [2, 2],
  ]);
});

test("the stream knows better than what was read before it, and what came since the list was held is counted", () => {
  const read = [span(1, { outcome: "in hand" }), span(2)];
  const all = joined(read, [span(1), span(3)]);
  expect(all.map(({ span: number, outcome }) => [number, outcome])).toEqual([
    [1, "handled"],
    [2, "handled"],
    [3, "handled"],
  ]);
  expect(newIn(read, all)).toBe(1);
});

test("what is not over lasts until now", () => {
  const { actors, bars, begin, end } = lanesOf([stretch("llm", 10, 15), stretch("build_worker", 15, null)], 20);
  expect([actors, begin, end]).toEqual([["llm", "build_worker"], 10, 20]);
  expect(bars.map(({ lane, from, to }) => [lane, from, to])).toEqual([
    [0, 0, 0.5],
    [1, 0.5, 1],
  ]);
});

test.each([
  [10, [0, 2, 4, 6, 8, 10]],
  [0.05, [0, 0.01, 0.02, 0.03, 0.04, 0.05]],
])("%d seconds have round ticks", (seconds, ticks) => {
  expect(ticksOf(seconds).map((tick) => Number(tick.toFixed(3)))).toEqual(ticks);
});

test("only the fields of a letter that differ are sent, and none while one is no JSON", () => {
  const message = { job: "job_1", attempt: 1 };
  expect(changedIn(message, { job: '"job_1"', attempt: "2" })).toEqual({ attempt: 2 });
  expect(changedIn(message, { job: "job_1", attempt: "1" })).toBeNull();
});

test("only what was filled in of a fault is sent, numbers as such", () => {
  const filled = { message: "Perform", step: " ", nth: "2", seconds: "30" };
  expect(valuesOf(filled, ["message", "step", "nth", "seconds"])).toEqual({ message: "Perform", nth: 2, seconds: 30 });
});
