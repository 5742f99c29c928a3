import { expect, test } from "vitest";
import { jobsByMessage } from "../src/conversation/jobs-by-message";
import { textOf } from "../src/conversation/text-of";
import { answer, job, project, scene } from "./states";

test("jobs stand under the answer that asked for them, in the order of their scenes", () => {
  const state = project({
    messages: [answer("m1"), answer("m2")],
    scenes: { a: scene("a"), b: scene("b") },
    order: ["b", "a"],
    jobs: {
      x: job({ id: "x", scene: "a", message: "m1" }),
      y: job({ id: "y", scene: "b", message: "m1" }),
      t: job({ id: "t", kind: "turn" }),
    },
  });
  expect(
    jobsByMessage(state)
      .get("m1")
      ?.map(({ id }) => id),
  ).toEqual(["y", "x"]);
  expect(jobsByMessage(state).has("m2")).toBe(false);
});

test("after a reload the result of a turn says which jobs were its own", () => {
  const turn = job({ id: "t", kind: "turn", status: "completed", result: { rounds: 2, jobs: ["x"] } });
  const messages = [answer("m1", { job: "t" }), answer("m2")];
  const state = project({ messages, jobs: { t: turn, x: job({ id: "x", message: null }) } });
  expect(
    jobsByMessage(state)
      .get("m1")
      ?.map(({ id }) => id),
  ).toEqual(["x"]);
});

test("a job of no known answer stands under the last one, so that it is seen", () => {
  const state = project({ messages: [answer("m1"), answer("m2")], jobs: { x: job({ id: "x", message: "gone" }) } });
  expect(
    jobsByMessage(state)
      .get("m2")
      ?.map(({ id }) => id),
  ).toEqual(["x"]);
});

test("the text of an answer is what is stored and what is just being written", () => {
  const live = { round: 1, attempt: 1, text: " Now the second " };
  expect(textOf(answer("m", { content: "Planned.", live, done: false }))).toBe("Planned.\n\nNow the second");
  expect(textOf(answer("m", { content: "", live: { ...live, text: "Hi" }, done: false }))).toBe("Hi");
  expect(textOf(answer("m", { content: "Done." }))).toBe("Done.");
});
