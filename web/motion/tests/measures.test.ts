import { describe, expect, test } from "vitest";
import { Easing, interpolate } from "../src/index";

const half = (outputs: string[], options = {}) => interpolate(5, [0, 10], outputs, options);

describe("interpolate between texts", () => {
  test.each([
    [["0px", "100px"], "50px"],
    [["0px 59px", "100px 0px"], "50px 29.5px"],
    [["0px", "10px 20px"], "5px 10px"],
    [["-200px", "10.5px"], "-94.75px"],
    [["0deg", "90deg"], "45deg"],
    [["0%", "90%"], "45%"],
    [["1", "3"], "2"],
    [["1 2", "3 4"], "2 3"],
    [["1", "3 5"], "2 3"],
  ])("gives the middle of %j", (outputs, expected) => {
    expect(half(outputs)).toBe(expected);
  });

  test("clamps and eases as numbers do", () => {
    expect(interpolate(50, [0, 10], ["0px", "100px"], { extrapolateRight: "clamp" })).toBe("100px");
    expect(half(["0px", "100px"], { easing: Easing.quad })).toBe("25px");
  });

  test.each([
    [["0px", "90%"], 'outputRange mixes the units "px" and "%"; use one'],
    [["translateX(0px)", "translateX(9px)"], 'outputRange holds "translateX(0px)"; give numbers, or texts'],
    [["1px 2px 3px 4px", "0px"], "outputRange holds"],
    [["0px", 3 as never], "outputRange holds 3"],
    [["", "0px"], 'outputRange holds ""'],
  ])("refuses %j", (outputs, message) => {
    expect(() => half(outputs)).toThrow(message);
  });
});
