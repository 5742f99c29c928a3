import { requireFinite } from "../value";
import { around, text } from "./outline";
import type { Point, Shape } from "./shape";

export interface PieOptions {
  readonly radius: number;
  /** How much of the pie is there, from 0 to 1. */
  readonly progress: number;
  /** Whether the path goes back to the middle; without it, it is the arc alone, for strokes. */
  readonly closePath?: boolean;
  readonly counterClockwise?: boolean;
  /** Where it begins, in radians clockwise from the top. */
  readonly rotation?: number;
}

/** The path of a piece of a pie. */
export function makePie(options: PieOptions & { readonly center?: Point }): Shape {
  const { radius, closePath = true, counterClockwise = false, rotation = 0, center } = options;
  requireFinite(radius, "radius of a Pie");
  requireFinite(options.progress, "progress of a Pie");
  const progress = Math.min(1, Math.max(0, options.progress));
  const middle = center ?? { x: radius, y: radius };
  const turn = (counterClockwise ? -1 : 1) * progress * 2 * Math.PI;
  const at = (share: number) => text(around(rotation + turn * share, radius, middle));
  // In two arcs, because one cannot go all the way round.
  const arc = (share: number) => `A ${radius} ${radius} 0 0 ${counterClockwise ? 0 : 1} ${at(share)}`;
  const back = closePath ? (progress < 1 ? ` L ${text(middle)} Z` : " Z") : "";
  return {
    path: `M ${at(0)} ${arc(0.5)} ${arc(1)}${back}`,
    width: 2 * radius,
    height: 2 * radius,
    transformOrigin: `${radius} ${radius}`,
  };
}
