import { describe, requireFinite } from "../value";
import { outline } from "./outline";
import type { CornerOptions, Point, Shape } from "./shape";

export interface TriangleOptions extends CornerOptions {
  /** Length of each side. */
  readonly length: number;
  readonly direction?: "right" | "left" | "up" | "down";
}

/** The path of a triangle. */
export function makeTriangle({ length, direction = "right", ...corners }: TriangleOptions): Shape {
  requireFinite(length, "length of a Triangle");
  const deep = (length * Math.sqrt(3)) / 2;
  const pointing = POINTING[direction]?.(length, deep);
  if (pointing === undefined) {
    throw new TypeError(`direction of a Triangle is ${describe(direction)}; use "right", "left", "up" or "down"`);
  }
  const sideways = direction === "left" || direction === "right";
  const [width, height] = sideways ? [deep, length] : [length, deep];
  const x = pointing.reduce((sum, point) => sum + point.x, 0) / 3;
  const y = pointing.reduce((sum, point) => sum + point.y, 0) / 3;
  return { path: outline(pointing, corners), width, height, transformOrigin: `${x} ${y}` };
}

type Corners = (length: number, deep: number) => readonly Point[];

const POINTING: Readonly<Record<string, Corners>> = {
  right: (length, deep) => [point(0, 0), point(0, length), point(deep, length / 2)],
  left: (length, deep) => [point(deep, 0), point(deep, length), point(0, length / 2)],
  up: (length, deep) => [point(length / 2, 0), point(0, deep), point(length, deep)],
  down: (length, deep) => [point(0, 0), point(length, 0), point(length / 2, deep)],
};

function point(x: number, y: number): Point {
  return { x, y };
}
