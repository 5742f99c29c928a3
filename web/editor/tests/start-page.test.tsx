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
let projects: Response;

beforeEach(() => {
  sent = [];
  messages = [Response.json({ job: "j" }, { status: 202 })];
  projects = Response.json({ projects: [] });
  window.location.hash = "#/";
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (init.method === "GET") {
      return Promise.resolve(projects);
    }
    const key = (init.headers as Record<string, string>)["Idempotency-Key"];
    sent.push({ url, key, body: JSON.parse(String(init.body)) });
    return Promise.resolve(
      url === "/api/projects" ? Response.json({ project: "p_1" }, { status: 201 }) : messages.shift(),
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
    ["/api/projects", { width: 720, height: 1280 }],
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

test("an example fills the box", async () => {
  const { page } = await render(<StartPage />);
  const example = page.querySelector<HTMLButtonElement>(".example");
  await act(async () => example?.click());
  expect(box(page).value).toContain("Nimbus");
});

test("says when there are no videos yet, and lists those there are", async () => {
  const { page } = await render(<StartPage />);
  await settled();
  expect(page.textContent).toContain("None yet.");
  const entry = { id: "p 2", name: "Teaser", width: 720, height: 1280, scenes: 1, updated_at: "2026-01-01T00:00:00Z" };
  projects = Response.json({ projects: [entry] });
  const listed = await render(<StartPage />);
  await settled();
  expect(listed.page.querySelector("a.project")?.getAttribute("href")).toBe("#/projects/p%202");
  expect(listed.page.textContent).toContain("1 scene · 720 × 1280");
});

test("says when one is not signed in", async () => {
  projects = new Response("", { status: 401 });
  const { page } = await render(<StartPage />);
  await settled();
  expect(page.querySelector("[role=alert]")?.textContent).toContain("not signed in");
});
