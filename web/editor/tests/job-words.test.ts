import { expect, test } from "vitest";
import { captionOf, detailOf, elapsed, marksOf, percentOf } from "../src/conversation/job-words";
import { workInWords, workOf } from "../src/conversation/work-in-words";
import { answer, job, project } from "./states";

test.each([
  [job({ status: "queued", step: null }), "Waiting for its turn"],
  [job({ step: "validate" }), "Rendering frames to check it"],
  [job({ step: "repair" }), "Mending what the check found"],
  [job({ step: "build", status: "waiting" }), "Waiting to try again"],
  [job({ step: "newer-step" }), "newer-step"],
])("a job says what it does", (one, words) => {
  expect(captionOf(one)).toBe(words);
});

test("the percentage is the live one when that is ahead, and whole at the end", () => {
  expect(percentOf(job({ percent: 40, live: { percent: 47, stage: "" } }))).toBe(47);
  expect(percentOf(job({ percent: 40 }))).toBe(40);
  expect(percentOf(job({ percent: 95, status: "completed" }))).toBe(100);
});

const marks = (one: ReturnType<typeof job>) => Object.fromEntries(marksOf(one));

test("steps behind the current one are done, those after it ahead", () => {
  expect(marks(job({ step: "build", phase: "working" }))).toEqual({
    generate: "done",
    build: "current",
    validate: "ahead",
    publish: "ahead",
    inspect: "ahead",
  });
});

test("a repair stands in the place of generating", () => {
  expect(marks(job({ step: "repair", phase: "working" }))).toEqual({
    repair: "current",
    build: "ahead",
    validate: "ahead",
    publish: "ahead",
    inspect: "ahead",
  });
});

test("a refused or failed step is marked, a published job has only done steps", () => {
  expect(marks(job({ step: "validate", phase: "refused" }))["validate"]).toBe("failed");
  expect(marks(job({ step: "build", status: "failed" }))["build"]).toBe("failed");
  expect(new Set(Object.values(marks(job({ step: "publish", status: "completed" }))))).toEqual(new Set(["done"]));
});

test("all work is said in one sentence", () => {
  expect(workInWords([])).toBe("");
  expect(workInWords([job(), job({ id: "k" })])).toBe("Making 2 scenes");
  expect(workInWords([job({ kind: "turn", scene: null })])).toBe("Answering");
  expect(workInWords([job({ status: "failed" })])).toBe("1 job failed; what was done so far is kept");
  expect(workInWords([job({ status: "cancelled" })])).toBe("1 job stopped; what was done so far is kept");
  expect(workInWords([job({ status: "completed" })])).toBe("All done");
});

test("an older failure of a scene that was made since is not news", () => {
  const failed = job({ id: "old", status: "failed", created_at: "2026-01-01" });
  expect(workInWords([failed, job({ id: "new", status: "completed", created_at: "2026-01-02" })])).toBe("All done");
});

test("a turn whose message was taken back is no work that was stopped", () => {
  const withdrawn = job({ id: "t1", kind: "turn", status: "cancelled" });
  const stopped = job({ id: "t2", kind: "turn", status: "cancelled" });
  const state = project({ messages: [answer("m", { job: "t2" })], jobs: { t1: withdrawn, t2: stopped } });
  expect(workOf(state).map(({ id }) => id)).toEqual(["t2"]);
});

test("what is known of the step is said, in words that its caption does not have", () => {
  const code = { text: "x".repeat(1200), length: 1200 };
  const live = { percent: 9, stage: "writing", code };
  expect(detailOf(job({ step: "generate", live }))).toBe("1,200 characters");
  expect(detailOf(job({ step: "generate", live: { percent: 9, stage: "writing" } }))).toBe("");
  expect(detailOf(job({ step: "validate", live: { percent: 9, stage: "drawing frame 3 of 9" } }))).toBe(
    "drawing frame 3 of 9",
  );
});

test("how long it has taken is counted from the last resume, and ends with the job", () => {
  const created_at = "2026-01-01T10:00:00Z";
  const now = Date.parse("2026-01-01T10:01:15Z");
  expect(elapsed(job({ created_at }), now)).toBe("1:15");
  expect(elapsed(job({ created_at, resumed_at: "2026-01-01T10:01:06Z" }), now)).toBe("0:09");
  expect(elapsed(job({ created_at, finished_at: "2026-01-01T10:00:30Z" }), now)).toBe("0:30");
  expect(elapsed(job({ created_at: "" }), now)).toBe("");
});
