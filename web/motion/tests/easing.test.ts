import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Easing } from "../src/index";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const curves = {
  linear: Easing.linear,
  ease: Easing.ease,
  quad: Easing.quad,
  cubic: Easing.cubic,
  poly: Easing.poly(5),
  sin: Easing.sin,
  circle: Easing.circle,
  bounce: Easing.bounce,
  elastic: Easing.elastic(),
  back: Easing.back(),
  bezier: Easing.bezier(0.2, 0.8, 0.4, 1),
};

describe("Easing", () => {
  test.each(Object.entries(curves))("%s goes from 0 to 1, also turned round and doubled", (_, curve) => {
    for (const each of [curve, Easing.in(curve), Easing.out(curve), Easing.inOut(curve)]) {
      expect(each(0)).toBeCloseTo(0, 6);
      expect(each(1)).toBeCloseTo(1, 6);
    }
  });

  test("has the known values in the middle", () => {
    expect(Easing.quad(0.5)).toBe(0.25);
    expect(Easing.cubic(0.5)).toBe(0.125);
    expect(Easing.exp(0.5)).toBe(2 ** -5);
    expect(Easing.out(Easing.quad)(0.5)).toBe(0.75);
    expect(Easing.inOut(Easing.cubic)(0.25)).toBeCloseTo(0.0625);
    expect(Easing.bezier(0.25, 0.1, 0.25, 1)(0.5)).toBeCloseTo(0.8024, 3);
    expect(Easing.back()(0.3)).toBeLessThan(0);
    expect([Easing.step0(0), Easing.step0(0.1), Easing.step1(0.9), Easing.step1(1)]).toEqual([0, 1, 0, 1]);
  });

  test.each(["linear", "ease", "quad", "cubic", "poly", "sin", "circle", "bezier"] as const)(
    "%s never falls",
    (name) => {
      const curve = curves[name];
      fc.assert(fc.property(share, share, (a, b) => curve(Math.min(a, b)) <= curve(Math.max(a, b)) + 1e-9));
    },
  );

  test("refuses a bezier curve that goes back in time", () => {
    expect(() => Easing.bezier(-0.1, 0, 1, 1)).toThrow("keep both between 0 and 1");
    expect(() => Easing.bezier(Number.NaN, 0, 1, 1)).toThrow("a number of Easing.bezier() is NaN");
  });
});
