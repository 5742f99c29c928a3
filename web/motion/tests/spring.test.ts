import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureSpring, spring } from "../src/index";

const config = fc.record({
  damping: fc.double({ min: 1, max: 300, noNaN: true }),
  mass: fc.double({ min: 0.2, max: 5, noNaN: true }),
  stiffness: fc.double({ min: 20, max: 400, noNaN: true }),
});

describe("spring", () => {
  test("starts at from, settles at to, and overshoots by default", () => {
    const values = Array.from({ length: 120 }, (_, frame) => spring({ frame, fps: 30, from: 100, to: 200 }));
    expect(values[0]).toBe(100);
    expect(values.at(-1)).toBeCloseTo(200, 3);
    expect(Math.max(...values)).toBeGreaterThan(210);
  });

  test("follows the known curve of a critically damped spring", () => {
    const value = spring({ frame: 15, fps: 30, config: { damping: 20 } });
    expect(value).toBeCloseTo(1 - 6 * Math.exp(-5), 10);
    expect(spring({ frame: 15, fps: 30, config: { damping: 200 } })).toBeCloseTo(value, 10);
  });

  test("settles at its end, whatever its configuration", () => {
    fc.assert(
      fc.property(config, (given) => {
        const end = measureSpring({ fps: 30, config: given });
        const rest = [0, 1, 10, 1_000].map((more) => spring({ frame: end + more, fps: 30, config: given }));
        return rest.every((value) => Math.abs(1 - value) < 0.005);
      }),
    );
  });

  test("stays below its end when overshooting is clamped, in both directions", () => {
    const values = Array.from({ length: 60 }, (_, frame) => {
      const options = { frame, fps: 30, config: { damping: 5, overshootClamping: true } };
      return [spring(options), spring({ ...options, from: 1, to: 0 })];
    }).flat();
    expect(Math.max(...values)).toBeLessThanOrEqual(1);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  });

  test("waits for its delay", () => {
    expect(spring({ frame: 9, fps: 30, delay: 10 })).toBe(0);
    expect(spring({ frame: 25, fps: 30, delay: 10 })).toBe(spring({ frame: 15, fps: 30 }));
  });

  test("is stretched to a length, and done there", () => {
    const at = (frame: number) => spring({ frame, fps: 30, config: { damping: 200 }, durationInFrames: 46 });
    expect(at(46)).toBeCloseTo(1, 2);
    expect(at(47)).toBe(1);
    expect(at(20)).toBeCloseTo(spring({ frame: 10, fps: 30, config: { damping: 200 } }), 10);
  });

  test("runs backwards", () => {
    const at = (frame: number) => spring({ frame, fps: 30, durationInFrames: 40, reverse: true });
    expect([at(-1), at(40), at(50)]).toEqual([1, 0, 0]);
    expect(at(0)).toBeCloseTo(1, 2);
    expect(spring({ frame: 0, fps: 30, reverse: true })).toBeCloseTo(1, 2);
  });

  test.each([
    [{ frame: Number.NaN, fps: 30 }, "frame of a spring is NaN"],
    [{ frame: 0, fps: 0 }, "fps of a spring is 0; give a number above 0"],
    [{ frame: 0, fps: 30, durationInFrames: -1 }, "durationInFrames of a spring is -1"],
    [{ frame: 0, fps: 30, config: { damping: 0 } }, "damping of a spring is 0"],
    [{ frame: 0, fps: 30, config: { mass: -1 } }, "mass of a spring is -1"],
    [{ frame: 0, fps: 30, to: "1" as never }, 'to of a spring is "1"'],
  ])("refuses %j", (options, message) => {
    expect(() => spring(options)).toThrow(message);
  });
});

describe("measureSpring", () => {
  test("gives the documented length", () => {
    expect(measureSpring({ fps: 30, config: { damping: 200 } })).toBe(23);
  });

  test("never settles without a threshold, and at once with all of the way", () => {
    expect(measureSpring({ fps: 30, threshold: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(measureSpring({ fps: 30, threshold: 2 })).toBe(0);
  });
});
