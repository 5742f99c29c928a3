/** interpolate: maps a number from one range to another, through as many stops as are given. */
import { describe, requireFinite } from "./value";

export type ExtrapolateType = "extend" | "identity" | "clamp" | "wrap";

export interface InterpolateOptions {
  readonly easing?: (progress: number) => number;
  readonly extrapolateLeft?: ExtrapolateType;
  readonly extrapolateRight?: ExtrapolateType;
}

export function interpolate(
  input: number,
  inputRange: readonly number[],
  outputRange: readonly number[],
  options: InterpolateOptions = {},
): number {
  requireFinite(input, "the input of interpolate()");
  checkStops(inputRange, outputRange.length);
  for (const stop of outputRange) {
    requireFinite(stop, "a stop of interpolate()'s outputRange");
  }
  checkOptions(options);
  const segment = segmentOf(input, inputRange);
  const [start, end] = [at(inputRange, segment), at(inputRange, segment + 1)];
  const [first, last] = [at(outputRange, segment), at(outputRange, segment + 1)];
  const side = input < start ? options.extrapolateLeft : input > end ? options.extrapolateRight : "extend";
  if (side === "identity") {
    return input;
  }
  const progress = (bounded(input, start, end, side) - start) / (end - start);
  return first + (options.easing ? options.easing(progress) : progress) * (last - first);
}

/** Throws unless the stops are finite, rising, at least two, and as many as there are outputs. */
export function checkStops(inputRange: readonly number[], outputs: number): void {
  if (!Array.isArray(inputRange) || inputRange.length < 2) {
    throw new TypeError(`inputRange is ${describe(inputRange)}; give an array of at least two numbers`);
  }
  if (inputRange.length !== outputs) {
    const counts = `inputRange has ${inputRange.length} stops and outputRange has ${outputs}`;
    throw new TypeError(`${counts}; give both the same number`);
  }
  for (const [index, stop] of inputRange.entries()) {
    requireFinite(stop, "a stop of inputRange");
    if (index > 0 && stop <= at(inputRange, index - 1)) {
      throw new TypeError(`inputRange is ${describe(inputRange)}; each stop must be above the one before it`);
    }
  }
}

/** The index of the stop that starts the segment in which, or beside which, the input lies. */
export function segmentOf(input: number, inputRange: readonly number[]): number {
  const next = inputRange.findIndex((stop, index) => index > 0 && stop >= input);
  return next === -1 ? inputRange.length - 2 : next - 1;
}

function bounded(input: number, start: number, end: number, side: ExtrapolateType = "extend"): number {
  if (side === "clamp") {
    return Math.min(end, Math.max(start, input));
  }
  if (side === "wrap") {
    const length = end - start;
    return start + ((((input - start) % length) + length) % length);
  }
  return input;
}

function checkOptions(options: InterpolateOptions): void {
  for (const side of ["extrapolateLeft", "extrapolateRight"] as const) {
    const found = options[side];
    if (found !== undefined && !["extend", "identity", "clamp", "wrap"].includes(found)) {
      throw new TypeError(`${side} is ${describe(found)}; use "extend", "clamp", "identity" or "wrap"`);
    }
  }
  if (options.easing !== undefined && typeof options.easing !== "function") {
    throw new TypeError(`easing is ${describe(options.easing)}; give a function such as Easing.inOut(Easing.quad)`);
  }
}

function at(range: readonly number[], index: number): number {
  return range[index] as number;
}
