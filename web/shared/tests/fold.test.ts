import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, type Heard } from "../src/fold";
import { scenesInOrder } from "../src/fold-video";
import { EVENT_NAMES, type Told, UPDATE_NAMES } from "../src/generated/events";
import { EMPTY, type ProjectState } from "../src/state";
import { jobView, numbered, SNAPSHOT, scene, TURN_HISTORY } from "./events";

const HISTORY = numbered(TURN_HISTORY);
const play = (history: readonly Heard[], from: ProjectState = EMPTY) => history.reduce(fold, from);

describe("hearing things again", () => {
  test("any stretch from the beginning replayed changes nothing", () => {
    const end = play(HISTORY);
    fc.assert(
      fc.property(fc.nat(HISTORY.length), (cut) => {
        expect(
          play(
            HISTORY.slice(0, cut).filter((heard) => heard.cursor !== null),
            end,
          ),
        ).toEqual(end);
      }),
    );
  });

  test("any event repeated at once changes nothing", () => {
    fc.assert(
      fc.property(fc.nat(HISTORY.length - 1), fc.integer({ min: 1, max: 3 }), (at, times) => {
        const again = Array.from({ length: times }, () => HISTORY[at] as Heard);
        expect(play([...HISTORY.slice(0, at), ...again, ...HISTORY.slice(at)])).toEqual(play(HISTORY));
      }),
    );
  });

  test("any event or update heard again later changes nothing in the end", () => {
    fc.assert(
      fc.property(fc.nat(HISTORY.length - 1), fc.nat(HISTORY.length), (at, later) => {
        const where = Math.max(at + 1, later);
        expect(play([...HISTORY.slice(0, where), HISTORY[at] as Heard, ...HISTORY.slice(where)])).toEqual(
          play(HISTORY),
        );
      }),
    );
  });

  test("losing all live updates changes nothing in the end", () => {
    expect(withoutRounds(play(HISTORY.filter((heard) => heard.cursor !== null)))).toEqual(withoutRounds(play(HISTORY)));
  });

  test("a cut and a return to any cursor gives the same state", () => {
    fc.assert(
      fc.property(fc.nat(HISTORY.length), fc.nat(HISTORY.length), (cut, back) => {
        const held = play(HISTORY.slice(0, cut));
        const resumed = play(HISTORY.slice(Math.min(cut, back)), held);
        expect(withoutRounds(resumed)).toEqual(withoutRounds(play(HISTORY)));
      }),
    );
  });
});

describe("the state after a turn", () => {
  const end = play(HISTORY);

  test("holds the answer as it is stored, with its plan and its tools", () => {
    expect(end.messages[1]).toMatchObject({
      content: "Planning now.\n\nBoth are being made.",
      done: true,
      live: null,
      plan: { title: "Nimbus", scenes: ["a", "b"] },
      tools: [{ call: "c1", status: "done", summary: "planned 2 scenes" }],
    });
  });

  test("holds the scenes in their order with what they show", () => {
    expect(scenesInOrder(end).map(({ id, bundle }) => [id, bundle])).toEqual([
      ["b", "b_b"],
      ["a", "b_a"],
    ]);
  });

  test("has each component's job with the turn that asked for it, at its end", () => {
    expect(end.jobs["job_a"]).toMatchObject({
      turn: "turn",
      status: "completed",
      percent: 100,
      step: "publish",
      live: null,
    });
  });
});

describe("cursors", () => {
  test("an event of another history is not for this state", () => {
    const held = play(HISTORY.slice(0, 3));
    const foreign: Heard = {
      cursor: { epoch: "other", seq: 99 },
      told: { type: "scene.added", scene: scene("x"), order: ["x"] },
    };
    expect(fold(held, foreign)).toBe(held);
  });

  test("a snapshot replaces everything, also by an older number or another history", () => {
    const after = fold(play(HISTORY), { cursor: { epoch: "other", seq: 3 }, told: SNAPSHOT });
    expect(after).toMatchObject({ cursor: { epoch: "other", seq: 3 }, order: [], messages: [], loaded: true });
  });

  test("a snapshot in the place of a turn's events holds the same plan and tools", () => {
    const end = play(HISTORY);
    const messages = end.messages.map(({ live: _, closedRound: __, ...view }) => view);
    const after = fold(EMPTY, { cursor: { epoch: "e", seq: 99 }, told: { ...SNAPSHOT, messages } });
    expect(after.messages.map(({ plan, tools }) => [plan, tools])).toEqual(
      end.messages.map(({ plan, tools }) => [plan, tools]),
    );
  });
});

describe("jobs", () => {
  const about = { job: "j", scene: "a", attempt: 1 } as const;
  const running = fold(EMPTY, {
    cursor: { epoch: "e", seq: 1 },
    told: { ...SNAPSHOT, jobs: [jobView("j", { scene: "a", step: "build" })] },
  });
  const hear = (state: ProjectState, ...tolds: Told[]) =>
    tolds.reduce((known, told) => fold(known, { cursor: null, told }), state);

  test("a failure keeps its error and findings until the job goes on", () => {
    const finding = { code: "import.forbidden", message: "no fs here", severity: "error", hint: "" } as const;
    const error = {
      code: "component.rejected",
      message: "Refused",
      advice: "Resume",
      user_can_act: true,
      findings: [finding],
      detail: "",
      error_class: "internal" as const,
      stderr: "",
      traceback: "",
    };
    const failed = hear(running, {
      type: "job.failed",
      job: "j",
      error,
      last_successful_step: "generate",
      recovery: ["resume"],
    });
    expect(failed.jobs["j"]).toMatchObject({
      status: "failed",
      error,
      findings: [finding],
      last_successful_step: "generate",
    });
    expect(hear(failed, { type: "job.resumed", job: "j", forgotten: [] }).jobs["j"]).toMatchObject({
      status: "running",
      error: null,
      findings: [],
    });
  });

  test("another model that is asked instead is known, and why", () => {
    const fallback = {
      type: "model.fallback",
      job: "j",
      model: "big",
      provider: "Acme",
      instead: "small",
      instead_provider: "Acme",
      code: "model.outage",
      reason: "Acme is out.",
    } as const;
    expect(hear(running, fallback).jobs["j"]?.fallback).toEqual({ model: "small", reason: "Acme is out." });
  });

  test("a retry waits, with its reason, until the next attempt begins", () => {
    const waiting = hear(running, {
      type: "job.retry.scheduled",
      job: "j",
      attempt: 1,
      next_retry_at: "2026-01-01T00:00:00Z",
      reason: "timeout",
    });
    expect(waiting.jobs["j"]).toMatchObject({ status: "waiting", retryReason: "timeout" });
    const again = hear(waiting, { type: "component.build.start", ...about, attempt: 2, step: "build", percent: 44 });
    expect(again.jobs["j"]).toMatchObject({ status: "running", attempt: 2, retryReason: null, phase: "working" });
  });

  test("what a check refused is seen while it is mended", () => {
    const finding = { code: "render.threw", message: "x is not defined", severity: "error", hint: "" } as const;
    const refused = hear(running, {
      type: "component.validate.error",
      ...about,
      step: "validate",
      percent: 70,
      findings: [finding],
    });
    expect(refused.jobs["j"]).toMatchObject({ phase: "refused", findings: [finding] });
    const mending = hear(refused, { type: "component.repair.start", ...about, step: "repair", percent: 81, number: 1 });
    expect(mending.jobs["j"]).toMatchObject({ step: "repair", phase: "working", findings: [finding] });
  });

  test("a removed scene is gone from the scenes and the order", () => {
    const two = hear(
      EMPTY,
      { type: "scene.added", scene: scene("a"), order: ["a"] },
      { type: "scene.removed", scene_id: "a", order: [] },
    );
    expect(two).toMatchObject({ scenes: {}, order: [] });
  });
});

test("every event and every update has a case of its own", () => {
  const fields = {
    job: "j",
    scene: "s",
    order: [],
    findings: [],
    message: { id: "m" },
    error: { findings: [] },
    kind: "turn",
  };
  for (const type of [...EVENT_NAMES, ...UPDATE_NAMES.filter((name) => name !== "snapshot")]) {
    expect(() => fold(EMPTY, { cursor: null, told: { ...fields, type } as unknown as Told })).not.toThrow();
  }
});

test("an event that no page knows is said to be one", () => {
  expect(() => fold(EMPTY, { cursor: null, told: { type: "dream.begun" } as unknown as Told })).toThrow(
    /newest version/,
  );
});

// Which rounds were seen live is not told by stored events; nothing people see hangs on it once they are stored.
function withoutRounds(state: ProjectState): ProjectState {
  return { ...state, messages: state.messages.map((message) => ({ ...message, closedRound: -1 })) };
}
