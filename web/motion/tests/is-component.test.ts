import { forwardRef, memo } from "react";
import { expect, test } from "vitest";
import { isComponent } from "../src/is-component";

const Scene = () => null;

test("functions, and functions wrapped by memo or forwardRef, can be drawn", () => {
  expect([Scene, memo(Scene), forwardRef(Scene)].map(isComponent)).toEqual([true, true, true]);
});

test("nothing else can", () => {
  const others = [undefined, null, "Scene", 3, {}, { $$typeof: Symbol.for("react.element") }];
  expect(others.some(isComponent)).toBe(false);
});
