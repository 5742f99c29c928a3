/** spring: the movement of a mass on a damped spring, solved exactly for any frame. */
import { describe, requireFinite } from "./value";

export interface SpringConfig {
  readonly damping: number;
  readonly mass: number;
  readonly stiffness: number;
  readonly overshootClamping: boolean;
}

export interface SpringOptions {
  readonly frame: number;
  readonly fps: number;
  readonly config?: Partial<SpringConfig>;
  readonly from?: number;
  readonly to?: number;
  /** Stretches the movement so that it settles after that many frames. */
  readonly durationInFrames?: number;
  /** How near to the end counts as settled when stretching, as a share of the way. */
  readonly durationRestThreshold?: number;
  /** Frames to wait before it starts. */
  readonly delay?: number;
  readonly reverse?: boolean;
}

const DEFAULTS: SpringConfig = { damping: 10, mass: 1, stiffness: 100, overshootClamping: false };
const SETTLED = 0.005;

/**
 * A number that moves from `from` (0) to `to` (1) like a mass on a spring, beginning at frame 0. It overshoots, unless
 * damping is high: 200 gives a soft stop. Put a start into it by `delay` or by frame - start.
 */
export function spring(options: SpringOptions): number {
  const { from = 0, to = 1, delay = 0, durationInFrames, durationRestThreshold, reverse = false } = options;
  const config = checkedConfig(options.config);
  checkNumbers({ ...options, from, to, delay });
  const natural = () =>
    measureSpring({
      fps: options.fps,
      config,
      ...(durationRestThreshold === undefined ? {} : { threshold: durationRestThreshold }),
    });
  const length = durationInFrames ?? (reverse ? natural() : Number.POSITIVE_INFINITY);
  const waited = options.frame - delay;
  const frame = reverse ? length - waited : waited;
  if (durationInFrames !== undefined && frame > durationInFrames) {
    return to;
  }
  const stretch = durationInFrames === undefined ? 1 : natural() / durationInFrames;
  return from + (to - from) * progress((Math.max(0, frame) * stretch) / options.fps, config);
}

/** Frames until a spring stays within the threshold (a share of its way) of where it ends. */
export function measureSpring(options: { fps: number; config?: Partial<SpringConfig>; threshold?: number }): number {
  const { fps, threshold = SETTLED } = options;
  const config = { ...checkedConfig(options.config), overshootClamping: false };
  checkNumbers({ fps, threshold });
  if (threshold <= 0) {
    return Number.POSITIVE_INFINITY;
  }
  const { damping, mass, stiffness } = config;
  const key = `${fps} ${threshold} ${damping} ${mass} ${stiffness}`;
  const length = measured.get(key) ?? measure(config, fps, threshold);
  if (measured.size >= MOST_MEASURED) {
    measured.clear();
  }
  measured.set(key, length);
  return length;
}

/** A stretched spring is measured anew at every frame; the same question has the same answer. */
const measured = new Map<string, number>();
const MOST_MEASURED = 500;
/** A spring that stays so many frames in a row has settled, even if a slow swing takes it out once more. */
const STAYS = 19;

function measure(config: SpringConfig, fps: number, threshold: number): number {
  const last = Math.ceil(envelopeSeconds(config, threshold) * fps);
  let settled = 0;
  for (let frame = 0; frame <= last && frame - settled < STAYS; frame += 1) {
    if (Math.abs(1 - progress(frame / fps, config)) >= threshold) {
      settled = frame + 1;
    }
  }
  return settled;
}

/**
 * The damped harmonic oscillator released at rest from 0, ending at 1. At and above critical damping it follows
 * the critical curve: in this API more damping never makes a spring slower, which is why `damping: 200` is how
 * people ask for "no bounce".
 */
function progress(seconds: number, config: SpringConfig): number {
  const { omega, zeta } = oscillator(config);
  if (zeta >= 1) {
    return 1 - Math.exp(-omega * seconds) * (1 + omega * seconds);
  }
  const damped = omega * Math.sqrt(1 - zeta * zeta);
  const swing = Math.cos(damped * seconds) + ((zeta * omega) / damped) * Math.sin(damped * seconds);
  const value = 1 - Math.exp(-zeta * omega * seconds) * swing;
  return config.overshootClamping ? Math.min(1, value) : value;
}

/** Seconds after which the swing can no longer leave the threshold. */
function envelopeSeconds(config: SpringConfig, threshold: number): number {
  const { omega, zeta } = oscillator(config);
  if (zeta >= 1) {
    return (2 * Math.log(1 / Math.min(threshold, 0.5)) + 4) / omega;
  }
  return Math.max(0, Math.log(1 / (threshold * Math.sqrt(1 - zeta * zeta)))) / (zeta * omega);
}

function oscillator({ damping, mass, stiffness }: SpringConfig): { omega: number; zeta: number } {
  return { omega: Math.sqrt(stiffness / mass), zeta: damping / (2 * Math.sqrt(stiffness * mass)) };
}

function checkedConfig(given: Partial<SpringConfig> = {}): SpringConfig {
  const config = { ...DEFAULTS, ...given };
  for (const name of ["damping", "mass", "stiffness"] as const) {
    if (typeof config[name] !== "number" || !(config[name] > 0 && Number.isFinite(config[name]))) {
      throw new RangeError(`${name} of a spring is ${describe(config[name])}; give a number above 0`);
    }
  }
  return config;
}

function checkNumbers(numbers: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (value !== undefined && !["config", "reverse"].includes(name)) {
      requireFinite(value, `${name} of a spring`);
    }
  }
  const { fps, durationInFrames } = numbers;
  for (const [name, value] of Object.entries({ fps, durationInFrames })) {
    if (value !== undefined && (value as number) <= 0) {
      throw new RangeError(`${name} of a spring is ${describe(value)}; give a number above 0`);
    }
  }
}
