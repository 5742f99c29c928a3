import { describe, requireFinite } from "./value";

/** The CSS cubic-bezier(x1, y1, x2, y2) curve (CSS Easing 1): x is solved for, by bisection, and y read there. */
export function bezier(x1: number, y1: number, x2: number, y2: number): (t: number) => number {
  for (const value of [x1, y1, x2, y2]) {
    requireFinite(value, "a number of Easing.bezier()");
  }
  if (x1 < 0 || x1 > 1 || x2 < 0 || x2 > 1) {
    throw new RangeError(`the x values of Easing.bezier() are ${describe([x1, x2])}; keep both between 0 and 1`);
  }
  return (t) => (t <= 0 ? 0 : t >= 1 ? 1 : coordinate(solve(t, x1, x2), y1, y2));
}

const HALVINGS = 40;

function solve(x: number, x1: number, x2: number): number {
  let [low, high] = [0, 1];
  for (let round = 0; round < HALVINGS; round += 1) {
    const middle = (low + high) / 2;
    if (coordinate(middle, x1, x2) < x) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}

function coordinate(s: number, first: number, second: number): number {
  const rest = 1 - s;
  return 3 * rest * rest * s * first + 3 * rest * s * s * second + s * s * s;
}
