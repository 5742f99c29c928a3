// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import { historyActOf } from "../src/project/use-history-keys";
import { isTyping } from "../src/typing";

const [undo, redo] = [vi.fn(), vi.fn()];
const press = (key: string, more: KeyboardEventInit = {}) =>
  historyActOf(new KeyboardEvent("keydown", { key, ctrlKey: true, ...more }), undo, redo);

test("Control+Z takes back, with Shift or as Control+Y it does again", () => {
  expect([press("z"), press("Z", { shiftKey: true }), press("y")]).toEqual([undo, redo, redo]);
  expect(press("z", { ctrlKey: false, metaKey: true })).toBe(undo);
});

test("other keys are not its own", () => {
  expect([press("z", { ctrlKey: false }), press("a"), press("z", { altKey: true })]).toEqual([null, null, null]);
});

test("a text that is being typed keeps its keys, a slider does not need them", () => {
  document.body.innerHTML = '<textarea></textarea><input><input type="range"><button></button>';
  expect([...document.body.children].map(isTyping)).toEqual([true, true, false, false]);
  expect(isTyping(null)).toBe(false);
});
