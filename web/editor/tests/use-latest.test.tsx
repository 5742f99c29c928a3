// @vitest-environment jsdom
import { expect, test } from "vitest";
import { useLatest } from "../src/use-latest";
import { render } from "./render";

test("what stays the same does what the latest does", async () => {
  const seen: { count: () => number }[] = [];
  let drawn = 0;
  const Counting = () => {
    drawn += 1;
    const now = drawn;
    seen.push(useLatest({ count: () => now }));
    return null;
  };
  await render(<Counting />);
  expect(seen[0]?.count()).toBe(drawn);
});
