// @vitest-environment jsdom
import type { Asset } from "@bazaar/shared/events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { UserMessage } from "../src/conversation/user-message";
import { waitingOf } from "../src/conversation/waiting";
import { render, type } from "./render";
import { answer, job, project } from "./states";

const SAID = answer("m2", { role: "user", content: "Make it red", attachments: ["a1"] });
const LOGO = { id: "a1", name: "logo.png", width: 2, height: 2 } as unknown as Asset;
const STATE = project({
  assets: [LOGO],
  assetRoot: "/files/",
  messages: [SAID, answer("m3", { job: "t2", done: false })],
  jobs: {
    t1: job({ id: "t1", kind: "turn", status: "running", created_at: "1" }),
    t2: job({ id: "t2", kind: "turn", status: "queued", created_at: "2" }),
  },
});

let sent: { readonly method: string; readonly url: string; readonly body: unknown }[];

beforeEach(() => {
  sent = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    sent.push({ method: String(init.method), url, body: JSON.parse(String(init.body)) });
    return Promise.resolve(Response.json({}));
  });
});

afterEach(() => vi.unstubAllGlobals());

const entry = (state = STATE) =>
  render(<UserMessage project="p" message={SAID} state={state} isWaiting={waitingOf(state).has(SAID.id)} />);

test("a message that waits says so, and can be said otherwise", async () => {
  const { page, click } = await entry();
  expect(page.textContent).toContain("Waits for the answer before it");
  await click("Edit");
  await type(page.querySelector("textarea") as HTMLTextAreaElement, "Make it blue");
  await click("Keep the change");
  expect(sent).toEqual([{ method: "PATCH", url: "/api/projects/p/messages/m2", body: { content: "Make it blue" } }]);
  expect(page.querySelector("textarea")).toBeNull();
});

test("it can be taken back", async () => {
  const { click } = await entry();
  await click("Withdraw");
  expect(sent).toEqual([{ method: "DELETE", url: "/api/projects/p/messages/m2", body: {} }]);
});

test("one whose answer has begun, or comes next, only stands there, with its picture", async () => {
  const alone = { ...STATE, jobs: { t2: STATE.jobs["t2"] as ReturnType<typeof job> } };
  const { page } = await entry(alone);
  expect(page.querySelectorAll("button")).toHaveLength(0);
  expect(page.querySelector("img")?.getAttribute("src")).toBe("/files/logo.png");
});
