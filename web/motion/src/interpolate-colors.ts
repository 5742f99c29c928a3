import { formatColor, parseColor, type Rgba } from "./color";
import { checkOptions, checkStops, type InterpolateOptions, throughNumbers } from "./interpolate";
import { describe, requireFinite } from "./value";

/**
 * Blends between CSS colours of any form; before the first and after the last stop the colour stays.
 * Gives "rgba(r, g, b, a)".
 */
export function interpolateColors(
  input: number,
  inputRange: readonly number[],
  outputRange: readonly string[],
  options: Pick<InterpolateOptions, "easing" | "posterize"> = {},
): string {
  requireFinite(input, "the input of interpolateColors()");
  if (!Array.isArray(outputRange)) {
    throw new TypeError(`outputRange is ${describe(outputRange)}; give an array of colours`);
  }
  checkStops(inputRange, outputRange.length);
  checkOptions(options, inputRange.length - 1);
  const colors = outputRange.map(parseColor);
  const channel = (index: 0 | 1 | 2 | 3) =>
    throughNumbers(input, inputRange, pick(colors, index), { ...options, ...CLAMPED });
  return formatColor([channel(0), channel(1), channel(2), channel(3)]);
}

const CLAMPED = { extrapolateLeft: "clamp", extrapolateRight: "clamp" } as const;

function pick(colors: readonly Rgba[], index: 0 | 1 | 2 | 3): number[] {
  return colors.map((color) => color[index]);
}
