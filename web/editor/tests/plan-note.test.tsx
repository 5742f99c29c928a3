// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { PlanNote } from "../src/conversation/plan-note";
import { render } from "./render";
import { answer, project, scene } from "./states";

afterEach(() => vi.unstubAllGlobals());

const SENTENCE = "12 scenes cost about $0.40.";

async function noted(count: number, made = 0): Promise<{ text: string; open: boolean | undefined; asked: string[] }> {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return new Response(JSON.stringify({ sentence: SENTENCE }));
  });
  const plan = { title: "A year", scenes: Array.from({ length: count }, (_, index) => `s${index}`) };
  const scenes = Object.fromEntries(
    plan.scenes.map((id, place) => [id, scene(id, place < made ? { bundle: "b", revision: "r" } : {})]),
  );
  const { page } = await render(<PlanNote message={answer("m", { plan })} state={project({ scenes })} />);
  const [text, open] = [page.querySelector("summary")?.textContent ?? "", page.querySelector("details")?.open];
  return { text: `${text}${page.querySelector(".plan-cost")?.textContent ?? ""}`, open, asked };
}

test("a big plan says about what it costs, and how much of it is ready", async () => {
  const text = `Plan: A year, 12 scenes2 of 12 ready${SENTENCE}`;
  expect(await noted(12, 2)).toEqual({ text, open: true, asked: ["/api/estimate?scenes=12"] });
});

test("a big plan closes once all of it is there", async () => {
  expect(await noted(12, 12)).toMatchObject({ text: `Plan: A year, 12 scenesall ready${SENTENCE}`, open: false });
});

test("a small plan asks nobody, and stays open", async () => {
  expect(await noted(3, 3)).toEqual({ text: "Plan: A year, 3 scenesall ready", open: true, asked: [] });
});
