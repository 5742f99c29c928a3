/** What a new video is to be drawn on: one of the sizes, or one of the person's own, and how many frames a second. */
import { LANDSCAPE, LONGEST_SIDE, SHORTEST_SIDE, SIZES } from "./sizes";

export interface Canvas {
  /** The ratio of a size, or "custom". */
  readonly chosen: string;
  /** As they are typed; they count where the choice is "custom". */
  readonly width: string;
  readonly height: string;
  readonly fps: number;
}

export const CUSTOM = "custom";
export const FIRST_CANVAS: Canvas = {
  chosen: LANDSCAPE.ratio,
  width: String(LANDSCAPE.width),
  height: String(LANDSCAPE.height),
  fps: 30,
};

export interface VideoSettings {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}

/** The settings it stands for; null where `problemOf` has something to say. */
export function settingsOf(canvas: Canvas): VideoSettings | null {
  const preset = SIZES.find(({ ratio }) => ratio === canvas.chosen);
  if (preset !== undefined) {
    return { width: preset.width, height: preset.height, fps: canvas.fps };
  }
  return problemOf(canvas) === null
    ? { width: Number(canvas.width), height: Number(canvas.height), fps: canvas.fps }
    : null;
}

/** What is wrong with it, in a sentence that says what to type. */
export function problemOf(canvas: Canvas): string | null {
  return canvas.chosen === CUSTOM ? (sideProblem("width", canvas.width) ?? sideProblem("height", canvas.height)) : null;
}

function sideProblem(side: string, typed: string): string | null {
  const pixels = Number(typed);
  if (!/^\d+$/.test(typed.trim()) || pixels < SHORTEST_SIDE || pixels > LONGEST_SIDE) {
    return `The ${side} must be a whole number from ${SHORTEST_SIDE} to ${LONGEST_SIDE} pixels.`;
  }
  return pixels % 2 === 0 ? null : `The ${side} must be even: ${pixels - 1} or ${pixels + 1}.`;
}
