/** How a transition runs: along a spring, or evenly. */
import type { EasingFunction } from "../interpolate";
import { interpolate } from "../interpolate";
import { measureSpring, type SpringConfig, spring } from "../spring";
import { describe } from "../value";
import type { TransitionTiming } from "./presentation";

export interface SpringTimingOptions {
  readonly config?: Partial<SpringConfig>;
  readonly durationInFrames?: number;
  /** How near to the end counts as the end; 0.001 avoids a visible cut. */
  readonly durationRestThreshold?: number;
  readonly reverse?: boolean;
}

/** A transition that moves like spring(); without durationInFrames as long as the spring takes. */
export function springTiming(options: SpringTimingOptions = {}): TransitionTiming {
  const { config = {}, durationInFrames, durationRestThreshold, reverse = false } = options;
  const threshold = durationRestThreshold === undefined ? {} : { threshold: durationRestThreshold };
  const length = (fps: number) => durationInFrames ?? measureSpring({ fps, config, ...threshold });
  return {
    getDurationInFrames: ({ fps }) => length(fps),
    getProgress: ({ frame, fps }) => {
      const rest = durationRestThreshold === undefined ? {} : { durationRestThreshold };
      const stretched = durationInFrames === undefined ? {} : { durationInFrames };
      return spring({ frame, fps, config, reverse, ...rest, ...stretched });
    },
  };
}

export interface LinearTimingOptions {
  readonly durationInFrames: number;
  readonly easing?: EasingFunction;
}

/** A transition of a fixed length, even unless an easing bends it. */
export function linearTiming({ durationInFrames, easing }: LinearTimingOptions): TransitionTiming {
  if (typeof durationInFrames !== "number" || !(durationInFrames > 0)) {
    throw new TypeError(
      `durationInFrames of linearTiming() is ${describe(durationInFrames)}; give a number of frames above 0`,
    );
  }
  const options = { extrapolateLeft: "clamp", extrapolateRight: "clamp", ...(easing ? { easing } : {}) } as const;
  return {
    getDurationInFrames: () => durationInFrames,
    getProgress: ({ frame }) => interpolate(frame, [0, durationInFrames], [0, 1], options),
  };
}
