import { expect, test } from "vitest";
import type { MessageEntryProps } from "../src/conversation/message-entry";
import { isSameEntry } from "../src/conversation/same-entry";
import { answer, job, project, scene } from "./states";

const STATE = project({ scenes: { a: scene("a") }, order: ["a"], jobs: { t: job({ id: "t", kind: "turn" }) } });
const ENTRY: MessageEntryProps = {
  project: "p",
  message: answer("m", { job: "t", content: "Done." }),
  jobs: [],
  state: STATE,
  isWaiting: false,
};
const SCENES = { ...STATE, scenes: { a: scene("a", { name: "renamed" }) } };

test("an entry that shows nothing of what has changed is not drawn anew", () => {
  expect(isSameEntry(ENTRY, { ...ENTRY, state: SCENES })).toBe(true);
  expect(isSameEntry(ENTRY, { ...ENTRY, state: { ...STATE, jobs: { ...STATE.jobs, other: job() } } })).toBe(true);
});

test.each([
  ["its text", { message: { ...ENTRY.message, content: "Done!" } }],
  ["its turn", { state: { ...STATE, jobs: { t: job({ id: "t", kind: "turn", status: "failed" }) } } }],
  ["a job of it", { jobs: [job()] }],
  ["that it waits", { isWaiting: true }],
] as const)("one that shows %s is", (_, change) => {
  expect(isSameEntry(ENTRY, { ...ENTRY, ...change })).toBe(false);
});

test("one that names scenes is drawn anew when those change", () => {
  const planned = { ...ENTRY, message: { ...ENTRY.message, plan: { title: "Nimbus", scenes: ["a"] } } };
  expect(isSameEntry(planned, { ...planned, state: SCENES })).toBe(false);
});
