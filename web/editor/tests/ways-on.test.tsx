// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { Edits } from "../src/api";
import { Failure } from "../src/conversation/failure";
import { RetryNote } from "../src/conversation/retry-note";
import { EditsContext } from "../src/project/edits-context";
import { render } from "./render";
import { job } from "./states";

const asked: [string, unknown][] = [];

function answering(): void {
  asked.length = 0;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    asked.push([`${init.method} ${url}`, JSON.parse(String(init.body))]);
    return new Response("{}");
  });
}

afterEach(() => vi.unstubAllGlobals());

const failed = job({ status: "failed", last_successful_step: "generate" });
const shown = (
  <EditsContext value={new Edits("p")}>
    <Failure job={failed} stopped="" kept="The last good revision stays on screen." />
  </EditsContext>
);

test("a failure says what was kept and offers every way on", async () => {
  const { page } = await render(shown);
  expect(page.textContent).toContain("Kept up to writing. The last good revision stays on screen.");
  expect([...page.querySelectorAll("button")].map((button) => button.textContent)).toEqual([
    "Resume",
    "Edit and resume",
    "Regenerate",
    "Discard",
  ]);
});

test.each([
  ["Resume", "POST /api/jobs/j/resume", {}],
  ["Regenerate", "POST /api/jobs/j/resume", { from_step: "generate" }],
  ["Discard", "DELETE /api/projects/p/scenes/a", {}],
])("%s asks for just that", async (name, url, body) => {
  answering();
  await (await render(shown)).click(name);
  expect(asked).toEqual([[url, body]]);
});

test("a turn is resumed or reworded; there is no scene to make anew or discard", async () => {
  const { page } = await render(<Failure job={job({ kind: "turn", scene: null, status: "failed" })} stopped="" />);
  expect([...page.querySelectorAll("button")].map((button) => button.textContent)).toEqual([
    "Resume",
    "Edit and resume",
  ]);
});

test("a wait counts down, and is cut or ended at a click", async () => {
  answering();
  const soon = new Date(Date.now() + 9_500).toISOString();
  const waiting = job({ status: "waiting", retryReason: "the model is busy", next_retry_at: soon });
  const { page, click } = await render(<RetryNote job={waiting} />);
  expect(page.textContent).toMatch(/Trying again in (9|10) s: the model is busy/);
  await click("Try now");
  await click("Stop retrying");
  expect(asked.map(([url]) => url)).toEqual(["POST /api/jobs/j/run-now", "POST /api/jobs/j/cancel"]);
});
