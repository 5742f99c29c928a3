// @vitest-environment jsdom
import { expect, test } from "vitest";
import { JobCards } from "../src/conversation/job-cards";
import { plannedScenes } from "../src/conversation/plan-scenes";
import { render } from "./render";
import { job, project, scene } from "./states";

const some = (count: number, status: "completed" | "queued" | "running") =>
  Array.from({ length: count }, (_, index) => job({ id: `${status}${index}`, status }));

test("many finished cards are one line, and so are those in line; what is at work is seen", async () => {
  const jobs = [...some(12, "completed"), ...some(4, "queued"), ...some(2, "running")];
  const { page } = await render(<JobCards jobs={jobs} state={project()} />);
  const folded = [...page.querySelectorAll(".folded-jobs > summary")].map(({ textContent }) => textContent);
  expect(folded).toEqual(["12 scenes published", "4 scenes in line"]);
  expect(page.querySelectorAll(":scope > .job-card")).toHaveLength(2);
});

test("a few cards stand open", async () => {
  const { page } = await render(<JobCards jobs={some(3, "completed")} state={project()} />);
  expect(page.querySelector("details.folded-jobs")).toBeNull();
});

test("each scene of a plan says how it stands", () => {
  const state = project({
    scenes: { a: scene("a", { bundle: "b" }), b: scene("b"), c: scene("c") },
    jobs: { x: job({ id: "x", scene: "b", step: "build", percent: 44 }) },
  });
  const told = plannedScenes({ title: "T", scenes: ["a", "b", "c", "gone"] }, state);
  expect(told.map(({ kind, words }) => [kind, words])).toEqual([
    ["ready", "Ready"],
    ["working", "Building it, 44 %"],
    ["waiting", "Not made yet"],
    ["gone", "Taken out"],
  ]);
});
