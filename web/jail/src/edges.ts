/** The frames around the edges of each Sequence: where something comes or goes, something may be wrong. */
import type { Stretch } from "./realm";

const MOST = 12;

/** The last frame before and the first frame of each edge that were not drawn yet; spread over all, where they are many. */
export function edgesOf(spans: readonly Stretch[], durationFrames: number, drawn: readonly number[]): number[] {
  const around = spans.flatMap(([from, until]) => [from - 1, from, until - 1, until]);
  const inside = around.filter((frame) => Number.isInteger(frame) && frame >= 0 && frame < durationFrames);
  const fresh = [...new Set(inside)].filter((frame) => !drawn.includes(frame)).sort((one, other) => one - other);
  const every = Math.ceil(fresh.length / MOST);
  return shuffled(fresh.filter((_, index) => index % every === 0));
}

/** From both ends by turns: a frame must not depend on the one drawn before it. */
function shuffled(frames: readonly number[]): number[] {
  const half = Math.ceil(frames.length / 2);
  return frames
    .slice(0, half)
    .flatMap((frame, index) => [frames[frames.length - 1 - index] as number, frame])
    .slice(0, frames.length);
}
