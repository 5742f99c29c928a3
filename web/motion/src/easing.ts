/** Easing: curves from progress to progress, in the classic set of Robert Penner's equations. */
import { bezier } from "./bezier";

type Curve = (t: number) => number;

const identity: Curve = (t) => t;
const power =
  (n: number): Curve =>
  (t) =>
    t ** n;

/** Curves for the `easing` of interpolate(): each maps progress to progress. Easing.out(Easing.cubic) ends softly. */
export const Easing = {
  linear: identity,
  quad: power(2),
  cubic: power(3),
  poly: power,
  ease: bezier(0.42, 0, 1, 1),
  sin: (t: number): number => 1 - Math.cos((t * Math.PI) / 2),
  circle: (t: number): number => 1 - Math.sqrt(1 - within(t) ** 2),
  exp: (t: number): number => 2 ** (10 * (t - 1)),
  step0: (t: number): number => (t > 0 ? 1 : 0),
  step1: (t: number): number => (t >= 1 ? 1 : 0),
  bezier,
  bounce,
  elastic,
  back,
  in: (curve: Curve): Curve => curve,
  out:
    (curve: Curve): Curve =>
    (t) =>
      1 - curve(1 - t),
  inOut:
    (curve: Curve): Curve =>
    (t) =>
      t < 0.5 ? curve(t * 2) / 2 : 1 - curve((1 - t) * 2) / 2,
} as const;

/** Swings past the end; a bounciness of 1 overshoots once, 0 does not. */
function elastic(bounciness = 1): Curve {
  const swing = bounciness * Math.PI;
  return (t) => 1 - Math.cos((t * Math.PI) / 2) ** 3 * Math.cos(t * swing);
}

/** Draws back before it goes. */
function back(reach = 1.70158): Curve {
  return (t) => t * t * ((reach + 1) * t - reach);
}

function bounce(progress: number): number {
  const t = within(progress);
  const parabola = 7.5625;
  if (t < 1 / 2.75) {
    return parabola * t * t;
  }
  const [middle, height] = t < 2 / 2.75 ? [1.5, 0.75] : t < 2.5 / 2.75 ? [2.25, 0.9375] : [2.625, 0.984375];
  return parabola * (t - middle / 2.75) ** 2 + height;
}

/** These curves stand still before their beginning and after their end. */
function within(t: number): number {
  return Math.min(1, Math.max(0, t));
}
