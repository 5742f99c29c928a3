import { formatColor, parseColor, type Rgba } from "./color";
import { checkStops, interpolate } from "./interpolate";
import { describe, requireFinite } from "./value";

/** Blends between colours; before the first and after the last stop the colour stays. Gives "rgba(r, g, b, a)". */
export function interpolateColors(
  input: number,
  inputRange: readonly number[],
  outputRange: readonly string[],
): string {
  requireFinite(input, "the input of interpolateColors()");
  if (!Array.isArray(outputRange)) {
    throw new TypeError(`outputRange is ${describe(outputRange)}; give an array of colours`);
  }
  checkStops(inputRange, outputRange.length);
  const colors = outputRange.map(parseColor);
  const channel = (index: 0 | 1 | 2 | 3) => interpolate(input, inputRange, pick(colors, index), CLAMPED);
  return formatColor([channel(0), channel(1), channel(2), channel(3)]);
}

const CLAMPED = { extrapolateLeft: "clamp", extrapolateRight: "clamp" } as const;

function pick(colors: readonly Rgba[], index: 0 | 1 | 2 | 3): number[] {
  return colors.map((color) => color[index]);
}
