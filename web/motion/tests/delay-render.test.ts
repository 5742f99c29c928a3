import { expect, test } from "vitest";
import { whenContinued } from "../src/host";
import { cancelRender, continueRender, delayRender, useDelayRender } from "../src/index";

test("a host waits until all that was delayed is continued", async () => {
  await whenContinued();
  const order: string[] = [];
  const [one, other] = [delayRender("the logo"), delayRender()];
  const waited = whenContinued().then(() => order.push("drawn"));
  continueRender(one);
  continueRender(one);
  order.push("one");
  await Promise.resolve();
  order.push("other");
  continueRender(other);
  await waited;
  expect(order).toEqual(["one", "other", "drawn"]);
});

test("what cannot be continued is said", () => {
  expect(() => continueRender("x" as never)).toThrow(
    'continueRender() was given "x"; give what delayRender() returned',
  );
  expect(() => cancelRender(new Error("no logo"))).toThrow("no logo");
  expect(() => cancelRender("no logo")).toThrow("no logo");
});

test("there is a hook for the three of them", () => {
  expect(useDelayRender()).toEqual({ delayRender, continueRender, cancelRender });
});
