/** How far a job is: true only now, and never backwards. */
import { expect, test } from "vitest";
import { fold } from "../src/fold";
import type { JobView, Told } from "../src/generated/events";
import { EMPTY, type ProjectState } from "../src/state";
import { jobView, SNAPSHOT } from "./events";

const about = { job: "j", scene: "a", attempt: 1 } as const;
const running = fold(EMPTY, {
  cursor: { epoch: "e", seq: 1 },
  told: { ...SNAPSHOT, jobs: [jobView("j", { scene: "a", step: "build" })] },
});
const hear = (state: ProjectState, ...tolds: Told[]) =>
  tolds.reduce((known, told) => fold(known, { cursor: null, told }), state);

test("a gate that is under way is known, and a percentage never goes back within an attempt", () => {
  const at = { type: "component.validate.progress", ...about, step: "build" } as const;
  const read = hear(running, { ...at, percent: 84, gate: "parse", done: 0, of: 1 });
  expect(read.jobs["j"]?.live).toEqual({ percent: 84, stage: "reading the code" });
  expect(hear(read, { ...at, percent: 83, gate: "bundle", done: 0, of: 1 })).toBe(read);
  const drawn = hear(read, { ...at, percent: 84, gate: "render", done: 3, of: 12 });
  expect(drawn.jobs["j"]?.live).toEqual({ percent: 84, stage: "drawing frame 3 of 12" });
  const stored = hear(drawn, { type: "component.build.complete", ...about, percent: 86, bundle: "b", findings: [] });
  expect(hear(stored, { type: "job.progress", job: "j", percent: 85, stage: "late" })).toBe(stored);
});

test("a turn is told how far it is through its rounds", () => {
  const turn = fold(EMPTY, {
    cursor: null,
    told: { ...SNAPSHOT, jobs: [jobView("t", { kind: "turn", step: "recall" })] },
  });
  const told = { type: "job.progress", job: "t", step: "ask", attempt: 2, percent: 40, stage: "answering" } as const;
  expect(hear(turn, told).jobs["t"]?.live).toEqual({ percent: 40, stage: "answering" });
});

test("a late update of a job that has ended is dropped", () => {
  const ended = hear(running, { type: "job.cancelled", job: "j", recovery: ["resume"] });
  expect(hear(ended, { type: "job.progress", job: "j", percent: 99, stage: "late" })).toBe(ended);
});

test("an update of a job nobody heard of is dropped", () => {
  expect(hear(EMPTY, { type: "job.progress", job: "x", percent: 9, stage: "s" })).toBe(EMPTY);
});

test("code is known as far as it is written, until the step is over", () => {
  const writing = fold(EMPTY, {
    cursor: null,
    told: { ...SNAPSHOT, jobs: [jobView("j", { scene: "a", step: "generate" })] },
  });
  const piece = (offset: number, text: string) =>
    ({
      type: "component.generate.progress",
      ...about,
      step: "generate",
      percent: 9,
      characters: 9,
      offset,
      text,
    }) as const;
  const written = hear(writing, piece(0, "export "), piece(7, "const"), piece(7, "const"), piece(99, "lost"));
  expect(written.jobs["j"]?.live?.code).toEqual({ text: "export const", length: 12 });
  const told = hear(written, { type: "job.progress", ...about, step: "generate", percent: 10, stage: "writing" });
  expect(told.jobs["j"]?.live?.code?.text).toBe("export const");
  expect(hear(told, { type: "component.generate.complete", ...about, percent: 30 }).jobs["j"]?.live).toBeNull();
});

test("why a job waits is known also to whoever comes while it does", () => {
  const error = { message: "the model was busy" } as unknown as NonNullable<JobView["error"]>;
  const jobs = [jobView("j", { status: "waiting", error }), jobView("k", { status: "failed", error })];
  const state = fold(EMPTY, { cursor: null, told: { ...SNAPSHOT, jobs } });
  expect([state.jobs["j"]?.retryReason, state.jobs["k"]?.retryReason]).toEqual(["the model was busy", null]);
});
