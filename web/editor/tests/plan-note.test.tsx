// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { PlanNote } from "../src/conversation/plan-note";
import { render } from "./render";
import { answer } from "./states";

afterEach(() => vi.unstubAllGlobals());

const SENTENCE = "12 scenes cost about $0.40.";

async function noted(scenes: number): Promise<{ text: string | null; asked: string[] }> {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return new Response(JSON.stringify({ sentence: SENTENCE }));
  });
  const plan = { title: "A year", scenes: Array.from({ length: scenes }, (_, index) => `s${index}`) };
  const { page } = await render(<PlanNote message={answer("m", { plan })} />);
  return { text: page.textContent, asked };
}

test("a big plan says about what it costs", async () => {
  expect(await noted(12)).toEqual({ text: `Plan: A year, 12 scenes${SENTENCE}`, asked: ["/api/estimate?scenes=12"] });
});

test("a small plan asks nobody", async () => {
  expect(await noted(3)).toEqual({ text: "Plan: A year, 3 scenes", asked: [] });
});
