// @vitest-environment jsdom
import { Problem } from "@bazaar/shared/problem";
import { type Asking, useAsking } from "@bazaar/shared/use-asking";
import { act } from "react";
import { expect, test } from "vitest";
import { render } from "./render";

async function asking(): Promise<() => Asking> {
  let held: Asking | null = null;
  function Asker() {
    held = useAsking();
    return null;
  }
  await render(<Asker />);
  return () => held as unknown as Asking;
}

test("the same wish keeps its key after a failure, and another wish or a new one has another", async () => {
  const now = await asking();
  const keys: string[] = [];
  const ask = (wish: string, fails: boolean) =>
    act(() =>
      now().ask(wish, (key) => {
        keys.push(key);
        return fails ? Promise.reject(new Problem(503, "store.unavailable", "It is busy.")) : Promise.resolve();
      }),
    );
  expect(await ask("a", true)).toBe(false);
  expect([now().failure, now().busy]).toEqual(["It is busy.", false]);
  expect(await ask("a", false)).toBe(true);
  expect(now().failure).toBeNull();
  await ask("a", true);
  await ask("b", false);
  expect(keys[0]).toBe(keys[1]);
  expect(new Set(keys).size).toBe(3);
});
