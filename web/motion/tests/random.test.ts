import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { random } from "../src/index";

describe("random", () => {
  test("is the same for the same seed, from 0 up to 1", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer(), fc.double({ noNaN: true })), (seed) => {
        const value = random(seed);
        return value === random(seed) && value >= 0 && value < 1;
      }),
    );
  });

  test("is spread evenly over seeds that follow each other", () => {
    const tenths = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 10_000; seed += 1) {
      const tenth = Math.floor(random(seed) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(Math.min(...tenths)).toBeGreaterThan(850);
    expect(Math.max(...tenths)).toBeLessThan(1_150);
  });

  test("keeps its values from version to version", () => {
    expect([random(1), random("a"), random("1")]).toMatchInlineSnapshot(`
      [
        0.5846204648260027,
        0.7774408010300249,
        0.9684135816060007,
      ]
    `);
  });

  test("refuses a seed that would not repeat", () => {
    expect(() => random(null as never)).toThrow("the seed of random() is null; give a number or a string");
    expect(() => random(Number.NaN)).toThrow("is NaN");
  });
});
