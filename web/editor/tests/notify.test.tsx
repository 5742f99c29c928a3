// @vitest-environment jsdom
import { act, type ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NotifyButton } from "../src/project/notify-button";
import { useTellingOfTheEnd } from "../src/project/use-telling-of-the-end";
import { render } from "./render";

let told: [string, string | undefined][];
let permission: NotificationPermission;
let answer: NotificationPermission;
let setWorking: (isWorking: boolean) => Promise<void>;

class FakeNotification {
  static get permission() {
    return permission;
  }
  static requestPermission() {
    permission = answer;
    return Promise.resolve(permission);
  }
  constructor(title: string, { body }: NotificationOptions) {
    told.push([title, body]);
  }
}

beforeEach(() => {
  [told, permission, answer] = [[], "default", "granted"];
  localStorage.clear();
  vi.useFakeTimers();
  vi.stubGlobal("Notification", FakeNotification);
  vi.spyOn(document, "hidden", "get").mockReturnValue(true);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function Page({ isWorking }: { isWorking: boolean }): ReactNode {
  useTellingOfTheEnd(isWorking, "Nimbus", isWorking ? "Making 3 scenes" : "All done");
  return <NotifyButton />;
}

async function work(ms: number): Promise<void> {
  const { createRoot } = await import("react-dom/client");
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  setWorking = (isWorking) => act(async () => root.render(<Page isWorking={isWorking} />));
  await setWorking(true);
  vi.advanceTimersByTime(ms);
  await setWorking(false);
  await act(async () => root.unmount());
}

test("leave is asked for only when a person wants to be told, and then the end of long work is told", async () => {
  await work(60_000);
  expect([told, permission]).toEqual([[], "default"]);
  const { click, button } = await render(<NotifyButton />);
  await click("Tell me when done");
  expect(button("Tells you when done").getAttribute("aria-pressed")).toBe("true");
  await work(60_000);
  await work(1000);
  expect(told).toEqual([["Nimbus", "All done"]]);
});

test("it is off again by a click", async () => {
  const { click } = await render(<NotifyButton />);
  await click("Tell me when done");
  await click("Tells you when done");
  await work(60_000);
  expect(told).toEqual([]);
});

test("where the browser does not allow it, it is not offered", async () => {
  answer = "denied";
  const { page, click } = await render(<NotifyButton />);
  await click("Tell me when done");
  expect(page.textContent).toBe("");
});
