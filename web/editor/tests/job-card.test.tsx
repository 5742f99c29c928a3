// @vitest-environment jsdom
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { JobCard } from "../src/conversation/job-card";
import { render } from "./render";
import { job } from "./states";

afterEach(() => vi.unstubAllGlobals());

const group = (page: HTMLElement) => page.querySelector("[role=group]");

test("an open job shows its step, its percentage and a button that stops it", async () => {
  const { page, button } = await render(<JobCard job={job({ step: "build", percent: 44, attempt: 2 })} name="Intro" />);
  expect(group(page)?.getAttribute("aria-label")).toBe("Intro");
  expect(page.querySelector("[aria-current=step]")?.textContent).toBe("Build, in work");
  expect(page.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow")).toBe("44");
  expect(page.textContent).toContain("Building it (attempt 2)44 %");
  expect(button("Stop Intro").disabled).toBe(false);
});

test("a failed job says what happened, what to do, what was found, and can be resumed", async () => {
  const finding = {
    code: "render.threw",
    message: "title is not defined",
    severity: "error",
    line: 14,
    hint: "Declare it.",
  } as const;
  const error = {
    code: "component.rejected",
    message: "It was refused.",
    advice: "Say it differently.",
    user_can_act: true,
    findings: [],
    detail: "",
    error_class: "internal" as const,
    stderr: "",
    traceback: "",
  };
  const failed = job({ id: "j 1", status: "failed", step: "validate", error, findings: [finding] });
  const fetched = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(Response.json({})));
  vi.stubGlobal("fetch", fetched);
  const { page, click } = await render(<JobCard job={failed} name="Intro" />);
  for (const words of [
    "It was refused.",
    "Say it differently.",
    "title is not defined",
    "render.threw, line 14",
    "Declare it.",
  ]) {
    expect(page.textContent).toContain(words);
  }
  await click("Resume");
  expect(fetched.mock.calls[0]?.[0]).toBe("/api/jobs/j%201/resume");
  expect(fetched.mock.calls[0]?.[1].headers).toHaveProperty("Idempotency-Key");
});

test("a resume that is refused says why", async () => {
  const refusal = new Response(JSON.stringify({ code: "job.not-resumable", detail: "it is running" }), { status: 409 });
  vi.stubGlobal("fetch", () => Promise.resolve(refusal));
  const { page, click } = await render(<JobCard job={job({ status: "cancelled", step: "build" })} name="Intro" />);
  await click("Resume");
  expect(page.querySelector("[role=alert]")?.textContent).toBe("It is running.");
});

test("a waiting job says why and when it tries again", async () => {
  const waiting = job({
    status: "waiting",
    step: "generate",
    retryReason: "the model was busy",
    next_retry_at: "2026-01-01T10:00:00Z",
  });
  const { page } = await render(<JobCard job={waiting} name="Intro" />);
  expect(page.textContent).toMatch(/Trying again in \d+ s: the model was busy/);
});

test("a job that another model answered says so", async () => {
  const fallen = job({ status: "running", fallback: { model: "small", reason: "Acme is out." } });
  const { page } = await render(<JobCard job={fallen} name="Intro" />);
  expect(page.textContent).toContain("Answered by small instead. Acme is out.");
});

test("a published job shows what was noticed, and whether it is shown", async () => {
  const warning = { code: "render.static", message: "Nothing moves", severity: "warning", hint: "" } as const;
  const { page } = await render(<JobCard job={job({ status: "completed", findings: [warning] })} name="Intro" />);
  expect(page.textContent).toContain("Published");
  expect(page.querySelector("summary")?.textContent).toBe("1 warning");
  const mended = { ...warning, severity: "info", excerpt: "export const Scene" } as const;
  const told = await render(<JobCard job={job({ status: "completed", findings: [mended] })} name="Intro" />);
  expect(told.page.querySelector("summary")?.textContent).toBe("1 remark");
  expect(told.page.querySelector("code")?.textContent).toBe("export const Scene");
  const late = await render(<JobCard job={job({ status: "completed", shown: false })} name="Intro" />);
  expect(late.page.textContent).toContain("a newer revision was asked for");
});

test("its details say what each step is for, and show the code as it is written", async () => {
  const code = { text: "export default", length: 14 };
  const writing = job({ step: "generate", phase: "working", live: { percent: 9, stage: "writing", code } });
  const { page } = await render(<JobCard job={writing} name="Intro" />);
  const details = page.querySelector<HTMLDetailsElement>(".job-details") as HTMLDetailsElement;
  await act(async () => {
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
  });
  expect(details.textContent).toContain("GenerateWriting the componentat it");
  expect(details.querySelector("pre")?.textContent).toBe("export default");
});
