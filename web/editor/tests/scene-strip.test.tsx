// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import { placedScenes } from "../src/scenes/placed-scenes";
import { SceneStrip } from "../src/scenes/scene-strip";
import { render } from "./render";
import { job, scene } from "./states";

test("lists the scenes in order with name, length and state, and a click goes to one", async () => {
  const placed = placedScenes([scene("a", { bundle: "b" }), scene("b")], {
    j: job({ scene: "b", step: "build", percent: 44 }),
  });
  const onSeek = vi.fn();
  const { page } = await render(<SceneStrip scenes={placed} fps={30} frame={10} onSeek={onSeek} />);
  const buttons = [...page.querySelectorAll<HTMLButtonElement>("ol[aria-label=Scenes] button")];
  expect(buttons.map((button) => button.textContent)).toEqual(["1Scene a3.0 sReady", "2Scene b3.0 sBuilding it, 44 %"]);
  expect(buttons.map((button) => button.hasAttribute("aria-current"))).toEqual([true, false]);
  buttons[1]?.click();
  expect(onSeek).toHaveBeenCalledExactlyOnceWith(90);
});

test("without scenes it says what will be there", async () => {
  const { page } = await render(<SceneStrip scenes={[]} fps={30} frame={0} onSeek={() => undefined} />);
  expect(page.textContent).toContain("Scenes appear here");
});
