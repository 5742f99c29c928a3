import fc from "fast-check";
import { expect, test } from "vitest";
import type { MessageDelta } from "../src/generated/events";
import { withDelta, withReset } from "../src/live-text";
import { messageState } from "../src/state";

const EMPTY = messageState({
  id: "m",
  role: "assistant",
  content: "",
  done: false,
  created_at: "",
  tools: [],
  attachments: [],
});
const delta = (offset: number, text: string, more: Partial<MessageDelta> = {}): MessageDelta => ({
  message: "m",
  round: 0,
  attempt: 1,
  offset,
  text,
  ...more,
});

test("pieces that fit are appended, also when the whole text so far comes again", () => {
  const held = [delta(0, "Hello"), delta(5, ", you"), delta(0, "Hello, you there")].reduce(withDelta, EMPTY);
  expect(held.live?.text).toBe("Hello, you there");
});

test("characters that take two places in a string count as one, as the server counts", () => {
  const held = [delta(0, "🎬 "), delta(2, "🎉a"), delta(3, "ab")].reduce(withDelta, EMPTY);
  expect(held.live).toMatchObject({ text: "🎬 🎉ab", length: 5 });
});

test("a piece behind a gap is dropped", () => {
  expect(withDelta(withDelta(EMPTY, delta(0, "He")), delta(4, "o")).live?.text).toBe("He");
});

test("however pieces are repeated and lost, what is shown is a beginning of the text", () => {
  const text = "The second scene is orange now, and slower.";
  const pieces = fc.array(fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 12 })));
  fc.assert(
    fc.property(pieces, (cuts) => {
      const held = cuts.map(([from, size]) => delta(from, text.slice(from, from + size))).reduce(withDelta, EMPTY);
      expect(text.startsWith(held.live?.text ?? "")).toBe(true);
    }),
  );
});

test("a new attempt begins anew, and what the old one still sends is dropped", () => {
  const second = withReset(withDelta(EMPTY, delta(0, "old")), 0, 2);
  expect(second.live).toEqual({ round: 0, attempt: 2, text: "", length: 0 });
  expect(withDelta(second, delta(3, "er"))).toBe(second);
});

test("a reset that comes after the first text of its attempt keeps that text", () => {
  const ahead = withDelta(EMPTY, delta(0, "new", { attempt: 2 }));
  expect(withReset(ahead, 0, 2).live?.text).toBe("new");
});

test("text of a stored round, or of a message that is done, is late", () => {
  const closed = { ...EMPTY, closedRound: 0 };
  expect(withDelta(closed, delta(0, "late"))).toBe(closed);
  const done = { ...EMPTY, done: true };
  expect(withDelta(done, delta(0, "late"))).toBe(done);
  expect(withReset(done, 1, 2)).toBe(done);
});
