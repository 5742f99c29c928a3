import { requireFinite } from "../value";
import type { Shape } from "./shape";

export interface CircleOptions {
  readonly radius: number;
}

export interface EllipseOptions {
  readonly rx: number;
  readonly ry: number;
}

/** The path of a circle and its box: {path, width, height, transformOrigin}, as all make functions give. */
export function makeCircle({ radius }: CircleOptions): Shape {
  requireFinite(radius, "radius of a Circle");
  return makeEllipse({ rx: radius, ry: radius });
}

/** The path of an ellipse. */
export function makeEllipse({ rx, ry }: EllipseOptions): Shape {
  requireFinite(rx, "rx of an Ellipse");
  requireFinite(ry, "ry of an Ellipse");
  const half = (down: number) => `a ${rx} ${ry} 0 1 1 0 ${down}`;
  return {
    path: `M ${rx} 0 ${half(2 * ry)} ${half(-2 * ry)} Z`,
    width: 2 * rx,
    height: 2 * ry,
    transformOrigin: `${rx} ${ry}`,
  };
}
