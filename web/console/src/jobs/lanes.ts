/** Where the stretches of a job's life stand in a picture of it. */
import type { Stretch } from "../told/jobs";

export interface Bar {
  readonly stretch: Stretch;
  readonly lane: number;
  /** From 0 to 1 of the whole width. */
  readonly from: number;
  readonly to: number;
}

export interface Lanes {
  readonly actors: readonly string[];
  readonly bars: readonly Bar[];
  readonly begin: number;
  readonly end: number;
}

/** What is not over yet lasts until now. */
export function lanesOf(stretches: readonly Stretch[], now: number): Lanes {
  const actors = [...new Set(stretches.map(({ actor }) => actor))];
  const begin = Math.min(...stretches.map(({ from }) => from));
  const end = Math.max(begin + 0.001, ...stretches.map(({ to }) => to ?? now));
  const place = (at: number) => Math.min(1, Math.max(0, (at - begin) / (end - begin)));
  const bars = stretches.map((stretch) => ({
    stretch,
    lane: actors.indexOf(stretch.actor),
    from: place(stretch.from),
    to: place(stretch.to ?? now),
  }));
  return { actors, bars, begin, end };
}

/** Round moments to write below, at most so many: as seconds after the begin. */
export function ticksOf(seconds: number, most = 6): readonly number[] {
  const raw = seconds / most;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((each) => each * power >= raw) ?? 10) * power;
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, at) => at * step);
}
