// @vitest-environment jsdom
import { act } from "react";
import { expect, test, vi } from "vitest";
import type { Edits, Revision } from "../src/api";
import { PropFields } from "../src/inspector/prop-fields";
import { press, render } from "./render";
import { scene } from "./states";

const REVISION = {
  current: true,
  props: [
    { name: "headline", kind: "text", default: "Ship it" },
    { name: "subline", kind: "text", default: "today" },
    { name: "mood", kind: "choice", default: "calm", choices: ["calm", "loud"] },
    { name: "shown", kind: "boolean", default: true },
  ],
} as unknown as Revision;
const SCENE = scene("s1", { props: { kept: 1 } });

async function enter(page: HTMLElement, label: string, text: string): Promise<void> {
  const labelled = [...page.querySelectorAll("label")].find(({ textContent }) => textContent === label);
  const field = document.getElementById(labelled?.htmlFor ?? "") as HTMLInputElement;
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await press(field, "Enter");
}

test("what is set says nothing of the others, which may have been set a moment ago", async () => {
  const keep = vi.fn(async (..._: unknown[]) => undefined);
  const { page } = await render(
    <PropFields scene={SCENE} revisions={[REVISION]} edits={{ scene: keep } as unknown as Edits} />,
  );
  await enter(page, "Headline", "Ship it now");
  await enter(page, "Subline", "at last");
  expect(keep.mock.calls.map(([, edit]) => edit)).toEqual([
    { set_props: { headline: "Ship it now" } },
    { set_props: { subline: "at last" } },
  ]);
});

test("each kind of prop has its control, at its default", async () => {
  const { page } = await render(<PropFields scene={SCENE} revisions={[REVISION]} edits={{} as Edits} />);
  expect(page.querySelector("select")?.value).toBe("calm");
  expect(page.querySelector<HTMLInputElement>("input[type=checkbox]")?.checked).toBe(true);
  expect(page.querySelector("input")?.value).toBe("Ship it");
});
