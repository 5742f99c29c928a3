/** Renders into a page for a test, and finds things as people do: by role and name. */
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

export interface Rendered {
  readonly page: HTMLElement;
  readonly button: (name: string) => HTMLButtonElement;
  readonly click: (name: string) => Promise<void>;
}

export async function render(node: ReactNode): Promise<Rendered> {
  const page = document.createElement("div");
  document.body.replaceChildren(page);
  await act(async () => createRoot(page).render(node));
  const button = (name: string) => {
    const all = [...page.querySelectorAll("button")];
    const found = all.find((each) => (each.getAttribute("aria-label") ?? each.textContent) === name);
    if (found === undefined) {
      throw new Error(`no button ${name}; there are ${all.map((each) => each.textContent).join(", ")}`);
    }
    return found;
  };
  return { page, button, click: (name) => act(async () => button(name).click()) };
}

export function type(box: HTMLTextAreaElement | HTMLInputElement, text: string): Promise<void> {
  return act(async () => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), "value")?.set?.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

export function press(target: Element, key: string, more: KeyboardEventInit = {}): Promise<void> {
  return act(async () => {
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  });
}
