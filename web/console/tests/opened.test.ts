import { expect, test } from "vitest";
import { incidentIn, opened } from "../src/incident/opened";
import { child, LEDGER, snapshot, span } from "./told";

const INCIDENT = {
  format: "bazaar-incident",
  version: 1,
  at: 2_000,
  reason: "it hung",
  versions: {},
  snapshot: snapshot({ children: [child("llm", { health: "stuck" })] }),
  log: [],
  decisions: [],
  failures: [],
  actions: [],
  letters: [],
  spans: [span(2, { parent: 1, job: "job_1" }), span(1)],
  states: { llm: { fields: { calls: 1 }, at: 1_999, source: "last", stack: "line 3" } },
  faults: [],
  health: { ledger: { total: LEDGER, mailboxes: {}, imbalanced: [], sentence: "" } },
  jobs: [{ job: { id: "job_1", status: "failed", kind: "turn" }, calls: [] }],
  events: [],
};

const file = JSON.stringify(INCIDENT);

test("the file of an incident is looked at as if it were then, and nothing can be done", () => {
  const { store, isLive } = opened(incidentIn(file));
  expect([store.connection, isLive, store.now()]).toEqual(["file", false, 2_000]);
  expect(store.world.children.get("llm")?.health).toBe("stuck");
  expect(store.world.spans.all().map(({ span: number }) => number)).toEqual([1, 2]);
});

test("an actor, a message and a job are found in it", async () => {
  const { reads } = opened(incidentIn(file));
  const actor = await reads.actor("llm");
  expect([actor.stack, actor.state.fields]).toEqual(["line 3", { calls: 1 }]);
  expect((await reads.span(2)).ancestors.map(({ span: number }) => number)).toEqual([1]);
  expect((await reads.jobs({ status: "failed,waiting" })).matched).toBe(1);
  expect((await reads.jobs({ kind: "component" })).matched).toBe(0);
  await expect(reads.job("job_2")).rejects.toThrow("does not hold job job_2");
});

test("what is no incident, or one of another version, is refused with a sentence", () => {
  expect(() => incidentIn("{}")).toThrow("not the file of an incident");
  expect(() => incidentIn("torn")).toThrow("not the file of an incident");
  expect(() => incidentIn(JSON.stringify({ ...INCIDENT, version: 2 }))).toThrow("version 2");
});
