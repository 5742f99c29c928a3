import { describe, requireFinite } from "../value";
import { around, boxed, outline } from "./outline";
import type { CornerOptions, Point, Shape } from "./shape";

export interface StarOptions extends CornerOptions {
  readonly points: number;
  readonly innerRadius: number;
  readonly outerRadius: number;
}

export interface PolygonOptions extends CornerOptions {
  readonly points: number;
  readonly radius: number;
}

/** The path of a star. */
export function makeStar({ points, innerRadius, outerRadius, ...corners }: StarOptions): Shape {
  requireFinite(innerRadius, "innerRadius of a Star");
  requireFinite(outerRadius, "outerRadius of a Star");
  checkPoints(points, "a Star");
  const distances = Array.from({ length: 2 * points }, (_, index) => (index % 2 === 0 ? outerRadius : innerRadius));
  return regular(distances, corners);
}

/** The path of a polygon. */
export function makePolygon({ points, radius, ...corners }: PolygonOptions): Shape {
  requireFinite(radius, "radius of a Polygon");
  checkPoints(points, "a Polygon");
  return regular(new Array<number>(points).fill(radius), corners);
}

function regular(distances: readonly number[], options: CornerOptions): Shape {
  const placed: Point[] = distances.map((distance, index) =>
    around((2 * Math.PI * index) / distances.length, distance),
  );
  const { corners, width, height } = boxed(placed);
  const [left, top] = [Math.min(...placed.map(({ x }) => x)), Math.min(...placed.map(({ y }) => y))];
  return { path: outline(corners, options), width, height, transformOrigin: `${-left} ${-top}` };
}

function checkPoints(points: unknown, what: string): void {
  if (!Number.isInteger(points) || (points as number) < 3) {
    throw new TypeError(`points of ${what} is ${describe(points)}; give a whole number, 3 or more`);
  }
}
