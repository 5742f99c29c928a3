// @vitest-environment jsdom
import { expect, test } from "vitest";
import { MessageEntry } from "../src/conversation/message-entry";
import { render } from "./render";
import { answer, job, project, scene } from "./states";

test("an answer that is being written shows its text so far, its plan, what was done, and its components", async () => {
  const message = answer("m", {
    done: false,
    job: "t",
    live: { round: 0, attempt: 1, text: "I plan two", length: 10 },
    plan: { title: "Nimbus", scenes: ["a", "b"] },
    tools: [
      { call: "1", name: "plan_scenes", status: "done", summary: "planned 2 scenes" },
      { call: "2", name: "set_project", status: "running", summary: "" },
    ],
  });
  const state = project({ scenes: { a: scene("a") }, order: ["a"] });
  const { page } = await render(
    <MessageEntry project="p" message={message} jobs={[job()]} state={state} isWaiting={false} />,
  );
  for (const words of ["I plan two", "Nimbus, 2 scenes", "Planned 2 scenes", "Set project…"]) {
    expect(page.textContent).toContain(words);
  }
  expect(page.querySelector("[role=group]")?.getAttribute("aria-label")).toBe("Scene a");
  expect(page.querySelector("article")?.getAttribute("aria-busy")).toBe("true");
});

test("an answer without a word yet says that it is thinking", async () => {
  const { page } = await render(
    <MessageEntry project="p" message={answer("m", { done: false })} jobs={[]} state={project()} isWaiting={false} />,
  );
  expect(page.textContent).toBe("Thinking");
});

test("an answer that failed says why and can be resumed; one that waits says for what", async () => {
  const error = {
    code: "model.timeout",
    message: "The model did not answer.",
    advice: "Resume.",
    user_can_act: true,
    findings: [],
    detail: "",
    error_class: "internal" as const,
    stderr: "",
    traceback: "",
  };
  const failed = project({ jobs: { t: job({ id: "t", kind: "turn", status: "failed", error }) } });
  const shown = await render(
    <MessageEntry
      project="p"
      message={answer("m", { job: "t", content: "So far" })}
      jobs={[]}
      state={failed}
      isWaiting={false}
    />,
  );
  expect(shown.page.textContent).toContain("The model did not answer.");
  expect(shown.button("Resume").disabled).toBe(false);
  const waiting = project({
    jobs: { t: job({ id: "t", kind: "turn", status: "waiting", retryReason: "it was busy" }) },
  });
  const later = await render(
    <MessageEntry
      project="p"
      message={answer("m", { job: "t", done: false })}
      jobs={[]}
      state={waiting}
      isWaiting={false}
    />,
  );
  expect(later.page.textContent).toContain("Trying again: it was busy");
});

test("the component of a scene that is gone is still named", async () => {
  const { page } = await render(
    <MessageEntry
      project="p"
      message={answer("m")}
      jobs={[job({ scene: "gone" })]}
      state={project()}
      isWaiting={false}
    />,
  );
  expect(page.querySelector("[role=group]")?.getAttribute("aria-label")).toBe("Removed scene");
});
