import { requireFinite } from "../value";
import { outline } from "./outline";
import type { CornerOptions, Shape } from "./shape";

export interface RectOptions extends CornerOptions {
  readonly width: number;
  readonly height: number;
}

/** The path of a rectangle. */
export function makeRect({ width, height, ...corners }: RectOptions): Shape {
  requireFinite(width, "width of a Rect");
  requireFinite(height, "height of a Rect");
  const points = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  return { path: outline(points, corners), width, height, transformOrigin: `${width / 2} ${height / 2}` };
}
