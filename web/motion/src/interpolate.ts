/** interpolate: maps a number from one range to another, through as many stops as are given. */

import { joinMeasures, type Measures, readMeasures } from "./measures";
import { describe, requireFinite } from "./value";

export type ExtrapolateType = "extend" | "identity" | "clamp" | "wrap";
export type EasingFunction = (progress: number) => number;

export interface InterpolateOptions {
  /** A curve for every segment, or a list with one for each. */
  readonly easing?: EasingFunction | readonly EasingFunction[];
  readonly extrapolateLeft?: ExtrapolateType;
  readonly extrapolateRight?: ExtrapolateType;
  /** Moves in steps of that many units of the input instead of smoothly. */
  readonly posterize?: number;
}

/**
 * Maps `input` from `inputRange` (rising numbers) to `outputRange`: numbers, or texts such as "0px 59px", "45deg"
 * or "50%" of one unit each. Beyond the ends it goes on, unless `extrapolateLeft` and `extrapolateRight` say "clamp".
 */
export function interpolate(
  input: number,
  inputRange: readonly number[],
  outputRange: readonly number[],
  options?: InterpolateOptions,
): number;
export function interpolate(
  input: number,
  inputRange: readonly number[],
  outputRange: readonly string[],
  options?: InterpolateOptions,
): string;
export function interpolate(
  input: number,
  inputRange: readonly number[],
  outputRange: readonly number[] | readonly string[],
  options: InterpolateOptions = {},
): number | string {
  if (typeof input !== "number" || Number.isNaN(input)) {
    throw new TypeError(`the input of interpolate() is ${describe(input)}; give a number`);
  }
  checkRange(outputRange);
  checkStops(inputRange, outputRange.length);
  checkOptions(options, inputRange.length - 1);
  if (typeof outputRange[0] === "string") {
    return throughTexts(input, inputRange, readMeasures(outputRange), options);
  }
  for (const stop of outputRange) {
    requireFinite(stop, "a stop of interpolate()'s outputRange");
  }
  return throughNumbers(input, inputRange, outputRange as readonly number[], options);
}

/** Throws unless the stops are finite, rising, at least one, and as many as there are outputs. */
export function checkStops(inputRange: readonly number[], outputs: number): void {
  if (!Array.isArray(inputRange) || inputRange.length === 0) {
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

/** Maps through stops that were checked. */
export function throughNumbers(
  input: number,
  inputRange: readonly number[],
  outputRange: readonly number[],
  options: InterpolateOptions,
): number {
  if (inputRange.length === 1) {
    return at(outputRange, 0);
  }
  const stepped = options.posterize === undefined ? input : Math.floor(input / options.posterize) * options.posterize;
  const [first, last] = [at(inputRange, 0), at(inputRange, inputRange.length - 1)];
  const side = stepped < first ? options.extrapolateLeft : stepped > last ? options.extrapolateRight : undefined;
  if (side === "identity") {
    return stepped;
  }
  const inside = bounded(stepped, first, last, side);
  const segment = segmentOf(inside, inputRange);
  const [start, end] = [at(inputRange, segment), at(inputRange, segment + 1)];
  const [from, to] = [at(outputRange, segment), at(outputRange, segment + 1)];
  return from + curveOf(options, segment)((inside - start) / (end - start)) * (to - from);
}

function throughTexts(
  input: number,
  inputRange: readonly number[],
  { units, rows }: Measures,
  options: InterpolateOptions,
): string {
  const axes = units.map((_, axis) => rows.map((row) => at(row, axis)));
  return joinMeasures(
    axes.map((stops) => throughNumbers(input, inputRange, stops, options)),
    units,
  );
}

function curveOf({ easing }: InterpolateOptions, segment: number): EasingFunction {
  return (typeof easing === "function" ? easing : easing?.[segment]) ?? ((progress) => progress);
}

function segmentOf(input: number, inputRange: readonly number[]): number {
  const next = inputRange.findIndex((stop, index) => index > 0 && stop >= input);
  return next === -1 ? inputRange.length - 2 : next - 1;
}

function bounded(input: number, first: number, last: number, side: ExtrapolateType = "extend"): number {
  if (side === "clamp") {
    return Math.min(last, Math.max(first, input));
  }
  if (side === "wrap") {
    const length = last - first;
    return first + ((((input - first) % length) + length) % length);
  }
  return input;
}

function checkRange(outputRange: unknown): void {
  if (!Array.isArray(outputRange)) {
    throw new TypeError(`outputRange is ${describe(outputRange)}; give an array of numbers`);
  }
}

/** Throws unless the options are of the documented kinds. */
export function checkOptions(options: InterpolateOptions, segments: number): void {
  for (const side of ["extrapolateLeft", "extrapolateRight"] as const) {
    const found = options[side];
    if (found !== undefined && !["extend", "identity", "clamp", "wrap"].includes(found)) {
      throw new TypeError(`${side} is ${describe(found)}; use "extend", "clamp", "identity" or "wrap"`);
    }
  }
  const curves = Array.isArray(options.easing) ? options.easing : [options.easing ?? ((t: number) => t)];
  const wrong = curves.find((curve) => typeof curve !== "function");
  if (wrong !== undefined) {
    throw new TypeError(`easing is ${describe(wrong)}; give a function such as Easing.inOut(Easing.quad)`);
  }
  if (Array.isArray(options.easing) && curves.length !== segments) {
    throw new TypeError(`easing has ${curves.length} curves for ${segments} segments; give one for each`);
  }
  if (options.posterize !== undefined && !(options.posterize > 0 && Number.isFinite(options.posterize))) {
    throw new TypeError(`posterize is ${describe(options.posterize)}; give a number above 0`);
  }
}

function at(range: readonly number[], index: number): number {
  return range[index] as number;
}
