import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Easing, type ExtrapolateType, interpolate } from "../src/index";

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("interpolate", () => {
  test("maps through two stops and beyond them", () => {
    expect(interpolate(15, [0, 30], [0, 100])).toBe(50);
    expect(interpolate(45, [0, 30], [0, 100])).toBe(150);
    expect(interpolate(-15, [0, 30], [0, 100])).toBe(-50);
  });

  test("maps through many stops", () => {
    const through = (frame: number) => interpolate(frame, [0, 10, 20, 30], [0, 1, 1, 0]);
    expect([0, 5, 10, 15, 20, 25, 30].map(through)).toEqual([0, 0.5, 1, 1, 1, 0.5, 0]);
  });

  test.each<[ExtrapolateType, number, number]>([
    ["clamp", 0, 100],
    ["identity", -10, 50],
    ["extend", -100 / 3, 500 / 3],
    ["wrap", 200 / 3, 200 / 3],
  ])("extrapolates by %s", (side, left, right) => {
    const options = { extrapolateLeft: side, extrapolateRight: side };
    expect(interpolate(-10, [0, 30], [0, 100], options)).toBeCloseTo(left);
    expect(interpolate(50, [0, 30], [0, 100], options)).toBeCloseTo(right);
  });

  test("wraps over all of its range", () => {
    const wrapped = (input: number) =>
      interpolate(input, [0, 10, 30], [0, 100, 50], { extrapolateLeft: "wrap", extrapolateRight: "wrap" });
    expect([wrapped(-25), wrapped(35), wrapped(45)]).toEqual([50, 50, 87.5]);
  });

  test("gives the one output there is", () => {
    expect(interpolate(7, [0], [3])).toBe(3);
  });

  test("moves in steps when it is posterized", () => {
    const stepped = [-1, 0, 2, 3, 5].map((frame) => interpolate(frame, [0, 10], [0, 100], { posterize: 3 }));
    expect(stepped).toEqual([-30, 0, 0, 30, 30]);
  });

  test("takes a curve for each segment", () => {
    const options = { easing: [Easing.quad, Easing.linear] };
    expect([5, 15].map((frame) => interpolate(frame, [0, 10, 20], [0, 100, 200], options))).toEqual([25, 150]);
  });

  test("eases within a segment", () => {
    expect(interpolate(15, [0, 30], [0, 100], { easing: Easing.quad })).toBe(25);
  });

  test("stays between the outputs when clamped, and rises with its input", () => {
    const clamped = { extrapolateLeft: "clamp", extrapolateRight: "clamp" } as const;
    fc.assert(
      fc.property(number, number, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [first, second] = [interpolate(low, [0, 9], [2, 5], clamped), interpolate(high, [0, 9], [2, 5], clamped)];
        return first >= 2 && second <= 5 && first <= second;
      }),
    );
  });

  test.each([
    [Number.NaN, [0, 1], [0, 1], "the input of interpolate() is NaN; give a number"],
    [0, [], [], "inputRange is []; give an array of at least two numbers"],
    [0, [0, 1], [1], "inputRange has 2 stops and outputRange has 1; give both the same number"],
    [0, [1, 1], [0, 1], "inputRange is [1, 1]; each stop must be above the one before it"],
    [0, [0, Number.POSITIVE_INFINITY], [0, 1], "a stop of inputRange is Infinity; give a finite number"],
    [0, [0, 1], [0, Number.NaN], "a stop of interpolate()'s outputRange is NaN; give a finite number"],
  ])("refuses %s, %j, %j", (input, from, to, message) => {
    expect(() => interpolate(input, from, to)).toThrow(message);
  });

  test("refuses options it does not know", () => {
    const side = { extrapolateRight: "stop" as ExtrapolateType };
    expect(() => interpolate(0, [0, 1], [0, 1], side)).toThrow('extrapolateRight is "stop"; use "extend"');
    const easing = { easing: "ease" as unknown as () => number };
    expect(() => interpolate(0, [0, 1], [0, 1], easing)).toThrow('easing is "ease"; give a function');
    const few = { easing: [Easing.quad] };
    expect(() => interpolate(0, [0, 1, 2], [0, 1, 2], few)).toThrow("easing has 1 curves for 2 segments");
    expect(() => interpolate(0, [0, 1], [0, 1], { posterize: 0 })).toThrow("posterize is 0; give a number above 0");
    expect(() => interpolate(0, [0, 1], "ab" as never)).toThrow('outputRange is "ab"; give an array of numbers');
  });
});
