import { expect, test } from "vitest";
import { jobsByMessage } from "../src/conversation/jobs-by-message";
import { textOf } from "../src/conversation/text-of";
import { answer, job, project, scene } from "./states";

test("jobs stand under the answer that asked for them, in the order of their scenes", () => {
  const state = project({
    messages: [answer("m1", { job: "t" }), answer("m2")],
    scenes: { a: scene("a"), b: scene("b") },
    order: ["b", "a"],
    jobs: {
      x: job({ id: "x", scene: "a", turn: "t" }),
      y: job({ id: "y", scene: "b", turn: "t" }),
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

test("a job of no known answer stands under the last one, so that it is seen", () => {
  const state = project({ messages: [answer("m1"), answer("m2")], jobs: { x: job({ id: "x", turn: "gone" }) } });
  expect(
    jobsByMessage(state)
      .get("m2")
      ?.map(({ id }) => id),
  ).toEqual(["x"]);
});

test("the text of an answer is what is stored and what is just being written", () => {
  const live = { round: 1, attempt: 1, text: " Now the second ", length: 16 };
  expect(textOf(answer("m", { content: "Planned.", live, done: false }))).toBe("Planned.\n\nNow the second");
  expect(textOf(answer("m", { content: "", live: { ...live, text: "Hi" }, done: false }))).toBe("Hi");
  expect(textOf(answer("m", { content: "Done." }))).toBe("Done.");
});
