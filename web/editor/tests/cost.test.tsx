// @vitest-environment jsdom
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { JobCost, MessageCost } from "../src/cost/cost-notes";
import { SpendChip } from "../src/cost/spend-chip";
import { spentByMessage } from "../src/cost/spent-by-message";
import { NOTHING, type Spending, type Usage } from "../src/cost/usage";
import { paidFor, UsageContext } from "../src/cost/use-usage";
import { render } from "./render";
import { answer, job, project, scene } from "./states";

afterEach(() => vi.unstubAllGlobals());

const took = (tokens: number, cost: number): Spending => ({ ...NOTHING, calls: 1, tokens_in: tokens, cost_usd: cost });
const STATE = project({
  scenes: { a: scene("a", { name: "Intro" }) },
  messages: [
    answer("m1", { role: "user", content: "A teaser" }),
    answer("a1", { job: "t1" }),
    answer("m2", { role: "user", content: "Now red" }),
    answer("a2", { job: "t2" }),
  ],
  jobs: {
    t1: job({ id: "t1", kind: "turn", status: "completed", scene: null }),
    c1: job({ id: "c1", turn: "t1", status: "completed" }),
    t2: job({ id: "t2", kind: "turn", status: "completed", scene: null }),
    c2: job({ id: "c2", turn: null, scene: "gone" }),
  },
});
const USAGE: Usage = {
  total: took(6100, 0.061),
  days: [{ day: "2026-11-28", spending: took(6100, 0.061) }],
  models: [{ provider: "Acme", model: "m-1", spending: took(6100, 0.061) }],
  jobs: [
    { job: "t1", spending: took(1000, 0.01), repairs: NOTHING },
    { job: "c1", spending: took(4000, 0.04), repairs: took(1200, 0.003) },
    { job: "t2", spending: took(100, 0.001), repairs: NOTHING },
    { job: "c2", spending: took(1000, 0.01), repairs: NOTHING },
  ],
  budget: { cost_usd: 2.5, tokens: null },
};

test("a card says what was mended and what it took in all", async () => {
  const card = await render(
    <UsageContext value={USAGE}>
      <JobCost job="c1" />
    </UsageContext>,
  );
  expect(card.page.textContent).toBe("Mended once · 1.2k tokens · $0.0034.0k tokens · $0.040 in all");
});

test("an answer says what it took with its scenes, and nothing before anything is known", async () => {
  const note = <MessageCost turn="t1" jobs={[job({ id: "c1" })]} />;
  expect((await render(note)).page.textContent).toBe("");
  const { page } = await render(<UsageContext value={USAGE}>{note}</UsageContext>);
  expect(page.textContent).toBe("With its scenes 5.0k tokens · $0.050");
});

test("messages come newest first with what they led to; what nobody asked for in words comes last", () => {
  const spent = spentByMessage(USAGE.jobs ?? [], STATE);
  expect(spent.map(({ words }) => words)).toEqual(["Now red", "A teaser", "Made anew without a message"]);
  expect(spent[1]?.jobs.map(({ name }) => name)).toEqual(["The answer", "Intro"]);
  expect(spent[2]?.jobs.map(({ name }) => name)).toEqual(["Removed scene"]);
});

test("the chip opens what was spent on, and a job opens into its calls", async () => {
  const call = {
    ...{ step: "repair", ordinal: 0, attempt: 1, role: "repair", model: "m-1", provider: "Acme" },
    ...{ outcome: "model.cut", tokens_in: 900, tokens_out: 300, estimated: true, cost_usd: null, at: "" },
  };
  const fetched = vi.fn((_url: string) => Promise.resolve(Response.json({ calls: [call] })));
  vi.stubGlobal("fetch", fetched);
  const { click } = await render(
    <UsageContext value={USAGE}>
      <SpendChip state={STATE} />
    </UsageContext>,
  );
  await click("Spent 6.1k tokens · $0.061: show what on");
  const dialog = document.querySelector("[role=dialog]");
  expect(dialog?.textContent).toContain("of a budget of $2.50");
  const intro = [...(dialog?.querySelectorAll("button") ?? [])].find((one) => one.textContent?.includes("Intro"));
  await act(async () => intro?.click());
  expect(fetched.mock.calls[0]?.[0]).toBe("/api/jobs/c1/usage");
  const row = dialog?.querySelector(".calls tbody tr");
  expect(row?.textContent).toBe("Repairmodel.cutestimatedm-1900300no price known");
});

test("there is something new to read when an answer was used or a job has ended", () => {
  const at = (step: string) => paidFor(project({ jobs: { a: job({ id: "a", step }) } }));
  expect(at("generate")).toBe(at("publish"));
  expect(at("build")).not.toBe(at("generate"));
  expect(paidFor(STATE)).not.toBe(paidFor(project()));
});
