// @vitest-environment jsdom
import { act } from "react";
import { expect, test, vi } from "vitest";
import { PointedChip } from "../src/pointing/pointed-chip";
import { pointedWords } from "../src/pointing/pointed-words";
import { Pointer } from "../src/pointing/pointer";
import { PointingContext } from "../src/pointing/pointing-context";
import { render } from "./render";

const POINTED = {
  scene: "s2",
  frame: 12,
  kind: "headline",
  tag: "h1",
  text: "Ship it",
  box: { x: 0.25, y: 0.5, width: 0.5, height: 0.1 },
} as const;
const numberOf = (scene: string) => ["s1", "s2"].indexOf(scene) + 1;

test("what is pointed at is said as people say it", () => {
  expect(pointedWords(POINTED, numberOf)).toBe("the headline “Ship it” in scene 2");
  expect(pointedWords({ ...POINTED, kind: "shape", text: "" }, numberOf)).toBe("a shape in scene 2");
  expect(pointedWords({ ...POINTED, scene: "gone" }, numberOf)).toBe("the headline “Ship it” in a removed scene");
  expect(pointedWords({ ...POINTED, text: "x".repeat(99) }, numberOf)).toContain(`${"x".repeat(40)}…`);
});

const pointing = (clear = vi.fn()) => ({ pointed: POINTED, words: "the headline “Ship it” in scene 2", clear });

test("the box for messages says what the next one speaks of, and lets go of it", async () => {
  const clear = vi.fn();
  const { page, click } = await render(
    <PointingContext value={pointing(clear)}>
      <PointedChip />
    </PointingContext>,
  );
  expect(page.textContent).toContain("About the headline “Ship it” in scene 2");
  await click("Do not speak of it");
  expect(clear).toHaveBeenCalledOnce();
});

test("a click points at its place in the picture, Enter at one thing after the other", async () => {
  const onPoint = vi.fn();
  const { button } = await render(<Pointer onPoint={onPoint} isShown />);
  const picture = button("Point at something in the picture");
  picture.getBoundingClientRect = () => new DOMRect(100, 50, 400, 200);
  const event = { bubbles: true, cancelable: true, detail: 1, clientX: 300, clientY: 100 };
  await act(async () => void picture.dispatchEvent(new MouseEvent("click", event)));
  await act(async () => picture.click());
  await act(async () => picture.click());
  expect(onPoint.mock.calls).toEqual([[{ x: 0.5, y: 0.25 }], [{ next: 0 }], [{ next: 1 }]]);
});

test("the box around it is there while its frame is seen", async () => {
  const shown = async (isShown: boolean) => {
    const pointer = <Pointer onPoint={vi.fn()} isShown={isShown} />;
    const { page } = await render(<PointingContext value={pointing()}>{pointer}</PointingContext>);
    return page.querySelector<HTMLElement>(".pointed-box")?.style.left;
  };
  expect([await shown(true), await shown(false)]).toEqual(["25%", undefined]);
});
