import { expect, test } from "vitest";
import { fold } from "../src/fold";
import type { Told } from "../src/generated/events";
import { EMPTY } from "../src/state";
import { numbered } from "./events";

test("a message that waits can be said otherwise, and be withdrawn", () => {
  const view = { id: "m", role: "user", content: "a", done: true, created_at: "", tools: [] };
  const told = [
    { type: "message.created", message: view },
    { type: "message.updated", message: { ...view, content: "b" } },
  ] as unknown as Told[];
  const said = numbered(told).reduce(fold, EMPTY);
  expect(said.messages.map(({ content }) => content)).toEqual(["b"]);
  const gone = { type: "message.removed", message: "m" } as unknown as Told;
  expect(fold(said, { cursor: null, told: gone }).messages).toEqual([]);
});

test("a turn whose answer is being written runs", () => {
  const told = { type: "message.start", message: "m", job: "j" } as unknown as Told;
  expect(fold(EMPTY, { cursor: null, told }).jobs["j"]).toMatchObject({ kind: "turn", status: "running" });
});

test("a project that is deleted is known to be so until it is restored", () => {
  const hear = (type: string) => ({ cursor: null, told: { type, project: "project_1" } as unknown as Told });
  const gone = fold(EMPTY, hear("project.deleted"));
  expect([gone.deleted, fold(gone, hear("project.restored")).deleted]).toEqual([true, false]);
});

test("what can be undone is what the last event of it says", () => {
  const edit = { id: "e", name: "renamed it", author: "person", undone: false, created_at: "" } as const;
  const told = { type: "history.updated", project: "project_1", undo: edit } as unknown as Told;
  expect(fold(EMPTY, { cursor: null, told }).history).toEqual({ undo: edit, redo: null });
});
