// @vitest-environment jsdom
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { StartPage } from "../src/start/start-page";
import { render, type } from "./render";

interface Sent {
  readonly url: string;
  readonly key: string | undefined;
  readonly body: unknown;
}

let sent: Sent[];
let messages: Response[];
let projects: unknown[];
let deleted: unknown[];
let isSignedIn: boolean;

beforeEach(() => {
  sent = [];
  messages = [Response.json({ job: "j" }, { status: 202 })];
  [projects, deleted, isSignedIn] = [[], [], true];
  localStorage.clear();
  window.location.hash = "#/";
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (init.method === "GET") {
      const listed = { projects: url.endsWith("/deleted") ? deleted : projects };
      return Promise.resolve(isSignedIn ? Response.json(listed) : new Response("", { status: 401 }));
    }
    const key = (init.headers as Record<string, string>)["Idempotency-Key"];
    sent.push({ url, key, body: JSON.parse(String(init.body)) });
    return Promise.resolve(
      url.endsWith("/messages") ? messages.shift() : Response.json({ project: "p_1" }, { status: 201 }),
    );
  });
});

afterEach(() => vi.unstubAllGlobals());

const box = (page: HTMLElement) => page.querySelector("textarea") as HTMLTextAreaElement;
const settled = () => act(() => new Promise<void>((done) => setTimeout(done)));

test("the first message makes the project in the size chosen, and leads to it", async () => {
  const { page, click } = await render(<StartPage />);
  await type(box(page), " a teaser ");
  await act(async () => page.querySelectorAll<HTMLInputElement>("input[name=size]")[1]?.click());
  await click("Create video");
  await settled();
  expect(sent.map(({ url, body }) => [url, body])).toEqual([
    ["/api/projects", { width: 720, height: 1280, fps: 30 }],
    ["/api/projects/p_1/messages", { content: "a teaser" }],
  ]);
  expect(window.location.hash).toBe("#/projects/p_1");
});

test("when the message is refused, what was typed stays and the next try is for the same project", async () => {
  messages.unshift(new Response(JSON.stringify({ code: "x", detail: "not now" }), { status: 409 }));
  const { page, click } = await render(<StartPage />);
  await type(box(page), "a teaser");
  await click("Create video");
  await settled();
  expect([page.querySelector("[role=alert]")?.textContent, box(page).value]).toEqual(["Not now.", "a teaser"]);
  await click("Create video");
  await settled();
  expect(sent[2]?.key).toBe(sent[0]?.key);
  expect(window.location.hash).toBe("#/projects/p_1");
});

test("where there is no video yet all examples are shown; one fills the box, in the size it is made for", async () => {
  const { page } = await render(<StartPage />);
  await settled();
  const examples = [...page.querySelectorAll<HTMLButtonElement>(".example")];
  expect(examples).toHaveLength(12);
  await act(async () => examples[2]?.click());
  expect(box(page).value).toContain("Three tips");
  expect(page.querySelector<HTMLInputElement>("input[name=size]:checked")?.value).toBe("9:16");
});

test("what is typed and not sent survives a reload, and is gone once it is sent", async () => {
  const first = await render(<StartPage />);
  await type(box(first.page), "a teaser");
  const second = await render(<StartPage />);
  expect(box(second.page).value).toBe("a teaser");
  await second.click("Create video");
  await settled();
  expect(box((await render(<StartPage />)).page).value).toBe("");
});

test("a size that cannot be is said to be so, and nothing is sent", async () => {
  const { page, button } = await render(<StartPage />);
  await type(box(page), "a teaser");
  await act(async () => page.querySelector<HTMLInputElement>("input[value=custom]")?.click());
  await type(page.querySelector("input[type=number]") as HTMLInputElement, "1001");
  expect(page.querySelector(".custom-problem")?.textContent).toBe("The width must be even: 1000 or 1002.");
  expect(button("Create video").disabled).toBe(true);
});

test("says when there are no videos yet, and lists those there are", async () => {
  const { page } = await render(<StartPage />);
  await settled();
  expect(page.textContent).toContain("None yet.");
  const entry = { id: "p 2", name: "Teaser", width: 720, height: 1280, scenes: 1, updated_at: "2026-01-01T00:00:00Z" };
  projects = [entry];
  const listed = await render(<StartPage />);
  await settled();
  expect(listed.page.querySelector("a.project")?.getAttribute("href")).toBe("#/projects/p%202");
  expect(listed.page.textContent).toContain("1 scene · 720 × 1280");
});

test("says when one is not signed in", async () => {
  isSignedIn = false;
  const { page } = await render(<StartPage />);
  await settled();
  expect(page.querySelector("[role=alert]")?.textContent).toContain("not signed in");
});

test("what was deleted can be restored from the list of it", async () => {
  deleted = [{ id: "p_2", name: "Teaser", width: 2, height: 2, scenes: 1, updated_at: "", deleted_at: "" }];
  const { page, click } = await render(<StartPage />);
  await settled();
  await click("Restore Teaser");
  await settled();
  expect(sent.at(-1)?.url).toBe("/api/projects/p_2/restore");
  expect(page.querySelector(".done-note")?.textContent).toContain("“Teaser” is back");
});
