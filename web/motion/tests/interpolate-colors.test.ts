import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Easing, interpolateColors } from "../src/index";

const at = (color: string) => interpolateColors(0, [0, 1], [color, color]);

describe("interpolateColors", () => {
  test("blends channel by channel", () => {
    expect(interpolateColors(0.5, [0, 1], ["#000", "#fff"])).toBe("rgba(128, 128, 128, 1)");
    expect(interpolateColors(15, [0, 10, 20], ["red", "blue", "lime"])).toBe("rgba(0, 128, 128, 1)");
    expect(interpolateColors(0.5, [0, 1], ["transparent", "rgba(0, 0, 0, 0.5)"])).toBe("rgba(0, 0, 0, 0.251)");
  });

  test("stays at the first and the last colour", () => {
    expect(interpolateColors(-9, [0, 1], ["red", "blue"])).toBe("rgba(255, 0, 0, 1)");
    expect(interpolateColors(9, [0, 1], ["red", "blue"])).toBe("rgba(0, 0, 255, 1)");
  });

  test("eases, and moves in steps", () => {
    const between = (options: object) => interpolateColors(5, [0, 10], ["#000", "#646464"], options);
    expect(between({ easing: Easing.quad })).toBe("rgba(25, 25, 25, 1)");
    expect(between({ posterize: 3 })).toBe("rgba(30, 30, 30, 1)");
  });

  test.each([
    ["coral", "rgba(255, 127, 80, 1)"],
    ["RebeccaPurple", "rgba(102, 51, 153, 1)"],
    ["#f80", "rgba(255, 136, 0, 1)"],
    ["#ff880080", "rgba(255, 136, 0, 0.502)"],
    ["rgb(10 20 30 / 40%)", "rgba(10, 20, 30, 0.4)"],
    ["rgb(100%, 0%, 50%)", "rgba(255, 0, 128, 1)"],
    ["hsl(120, 100%, 25%)", "rgba(0, 128, 0, 1)"],
    ["hsla(-90deg 100% 50% / 0.5)", "rgba(128, 0, 255, 0.502)"],
    ["hsl(0.5turn 100% 50%)", "rgba(0, 255, 255, 1)"],
    ["hsl(200grad 100% none)", "rgba(0, 0, 0, 1)"],
    ["hwb(90 10% 20%)", "rgba(115, 204, 26, 1)"],
    ["hwb(90 80% 80% / 50%)", "rgba(128, 128, 128, 0.502)"],
    ["lab(50% 20 30)", "rgba(161, 105, 69, 1)"],
    ["lch(50% 20 30)", "rgba(151, 108, 103, 1)"],
    ["oklab(0.7 0.1 0.05)", "rgba(219, 130, 121, 1)"],
    ["oklch(70% 0.1 200)", "rgba(64, 177, 183, 1)"],
    ["color(srgb 1 50% 0)", "rgba(255, 128, 0, 1)"],
    ["color(srgb-linear 1 0.2159 0)", "rgba(255, 128, 0, 1)"],
    ["color(display-p3 1 1 1 / 0.25)", "rgba(255, 255, 255, 0.251)"],
  ])("reads %s", (color, expected) => {
    expect(at(color)).toBe(expected);
  });

  test.each(["", "#12", "#ggg", "rgb(1, 2)", "rgb(1, 2, x)", "bluish", "rgb(1,2,3,4,5)", "color(xyz 1 1 1)"])(
    "refuses %j",
    (color) => {
      expect(() => at(color)).toThrow(`${JSON.stringify(color)} is not a colour; use a CSS name`);
    },
  );

  test("refuses what is no list of as many colours as stops", () => {
    expect(() => interpolateColors(0, [0, 1], ["red"])).toThrow("outputRange has 1");
    expect(() => interpolateColors(0, [0, 1], "red" as never)).toThrow("give an array of colours");
    expect(() => interpolateColors(Number.NaN, [0, 1], ["red", "blue"])).toThrow("is NaN");
  });

  test("never leaves the range of a channel", () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(hex, hex, fc.double({ noNaN: true, noDefaultInfinity: true }), (from, to, share) => {
        const channels = interpolateColors(share, [0, 1], [from, to]).match(/\d+/g)?.map(Number) ?? [];
        return channels.slice(0, 3).every((channel) => channel >= 0 && channel <= 255);
      }),
    );
  });
});
