/** What somebody points at in the picture, as the frame tells it: words and numbers, checked like all it says. */

/** Shares of the picture's width and height, from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const POINTED_KINDS = ["headline", "text", "picture", "shape", "background"] as const;
export type PointedKind = (typeof POINTED_KINDS)[number];

export interface Pointed {
  readonly scene: string;
  /** Counted in the scene. */
  readonly frame: number;
  readonly kind: PointedKind;
  /** The element's name in HTML or SVG. */
  readonly tag: string;
  /** What is read there; of a picture, the name of its file. */
  readonly text: string;
  readonly box: Box;
}

/** Where: a place in the picture, or the next of all that can be pointed at. */
export type Place = { readonly x: number; readonly y: number } | { readonly next: number };

export const LONGEST_TEXT = 200;

export function readPlace(value: unknown): Place | null {
  if (!isRecord(value)) {
    return null;
  }
  const { x, y, next } = value;
  if (isShare(x) && isShare(y)) {
    return { x, y };
  }
  return Number.isInteger(next) && (next as number) >= 0 ? { next: next as number } : null;
}

export function readPointed(value: unknown): Pointed | null {
  if (!isRecord(value)) {
    return null;
  }
  const { scene, frame, kind, tag, text } = value;
  const box = readBox(value["box"]);
  const isWhole = typeof scene === "string" && Number.isInteger(frame) && (frame as number) >= 0 && box !== null;
  if (!isWhole || !POINTED_KINDS.some((known) => known === kind) || typeof text !== "string") {
    return null;
  }
  if (typeof tag !== "string" || !/^[a-z][a-z0-9-]{0,30}$/i.test(tag)) {
    return null;
  }
  return { scene, frame: frame as number, kind: kind as PointedKind, tag, text: text.slice(0, LONGEST_TEXT), box };
}

function readBox(value: unknown): Box | null {
  if (!isRecord(value)) {
    return null;
  }
  const { x, y, width, height } = value;
  return isShare(x) && isShare(y) && isShare(width) && isShare(height) ? { x, y, width, height } : null;
}

function isShare(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
