// @vitest-environment jsdom

import type { Asking } from "@bazaar/shared/use-asking";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { MOST_CHARACTERS, PromptBox } from "../src/prompt-box";
import { press, render, type } from "./render";

const IDLE: Asking = { busy: false, failure: null, ask: () => Promise.resolve(true) };

async function box(asking: Partial<Asking> = {}) {
  const onSend = vi.fn();
  function Held() {
    const [text, onText] = useState("");
    const shown = { label: "Message", placeholder: "", rows: 2, action: "Send", busyAction: "Sending…" };
    return <PromptBox {...shown} text={text} onText={onText} onSend={onSend} asking={{ ...IDLE, ...asking }} />;
  }
  const rendered = await render(<Held />);
  const area = rendered.page.querySelector("textarea") as HTMLTextAreaElement;
  return { ...rendered, area, onSend };
}

test("Enter sends, Shift+Enter does not, and nothing is sent of blanks", async () => {
  const { area, onSend, button } = await box();
  await type(area, "  \n ");
  await press(area, "Enter");
  expect([onSend.mock.calls.length, button("Send").disabled]).toEqual([0, true]);
  await type(area, "three scenes");
  await press(area, "Enter", { shiftKey: true });
  expect(onSend).not.toHaveBeenCalled();
  await press(area, "Enter");
  await press(area, "Enter", { isComposing: true });
  expect(onSend).toHaveBeenCalledTimes(1);
});

test("near the limit it counts, over it it says by how much and does not send", async () => {
  const { area, page, button } = await box();
  await type(area, "x".repeat(MOST_CHARACTERS - 10));
  expect(page.querySelector("[role=status]")?.textContent).toBe("10 characters left");
  await type(area, "x".repeat(MOST_CHARACTERS + 1500));
  expect(page.querySelector("[role=status]")?.textContent).toMatch(/^1,500 characters too many/);
  expect(button("Send").disabled).toBe(true);
});

test("a failure is said and what was typed stays", async () => {
  const { area, page } = await box({ failure: "The message is too long." });
  await type(area, "three scenes");
  expect([page.querySelector("[role=alert]")?.textContent, area.value]).toEqual([
    "The message is too long.",
    "three scenes",
  ]);
});

test("while it is being sent the button says so and waits", async () => {
  const { area, button } = await box({ busy: true });
  await type(area, "three scenes");
  expect(button("Sending…").disabled).toBe(true);
});
