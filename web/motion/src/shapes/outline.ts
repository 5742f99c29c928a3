/** Paths around corners: sharp, with rounded corners, or bent all along. */
import type { CornerOptions, Point } from "./shape";

/** A closed path through the corners. */
export function outline(corners: readonly Point[], { cornerRadius = 0, edgeRoundness = null }: CornerOptions): string {
  if (cornerRadius > 0 && edgeRoundness !== null) {
    throw new TypeError("cornerRadius and edgeRoundness were given together; give one of them");
  }
  if (edgeRoundness !== null) {
    return bent(corners, edgeRoundness);
  }
  return cornerRadius > 0 ? rounded(corners, cornerRadius) : sharp(corners);
}

/** The corners, moved so that their box begins at 0, with the size of that box. */
export function boxed(corners: readonly Point[]): { corners: Point[]; width: number; height: number } {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const moved = corners.map(({ x, y }) => ({ x: x - left, y: y - top }));
  return { corners: moved, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** A point at a distance and an angle (in radians, clockwise from the top) of a middle. */
export function around(angle: number, distance: number, middle: Point = { x: 0, y: 0 }): Point {
  return { x: middle.x + distance * Math.sin(angle), y: middle.y - distance * Math.cos(angle) };
}

function sharp(corners: readonly Point[]): string {
  return `M ${corners.map(text).join(" L ")} Z`;
}

function rounded(corners: readonly Point[], radius: number): string {
  const pieces = corners.map((corner, index) => {
    const before = towards(corner, corners.at(index - 1) as Point, radius);
    const after = towards(corner, corners[(index + 1) % corners.length] as Point, radius);
    return `${index === 0 ? "M" : "L"} ${text(before)} C ${text(corner)} ${text(corner)} ${text(after)}`;
  });
  return `${pieces.join(" ")} Z`;
}

/** From the middle of an edge to the middle of the next, drawn to the corner between them. */
function bent(corners: readonly Point[], roundness: number): string {
  const middles = corners.map((corner, index) => between(corner, corners[(index + 1) % corners.length] as Point, 0.5));
  const pieces = middles.map((middle, index) => {
    const next = (index + 1) % corners.length;
    const [corner, end] = [corners[next] as Point, middles[next] as Point];
    return `C ${text(between(middle, corner, roundness))} ${text(between(end, corner, roundness))} ${text(end)}`;
  });
  return `M ${text(middles[0] as Point)} ${pieces.join(" ")} Z`;
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return between(from, to, length === 0 ? 0 : Math.min(0.5, distance / length));
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

export function text({ x, y }: Point): string {
  return `${x} ${y}`;
}
