/** What the drawn frames, as HTML, tell about a component. */
import { missingAssets } from "./assets";
import type { Drawing, DrawnFrame } from "./drawing";
import { type Finding, failure } from "./finding";
import { oddTexts, wrongNumbers } from "./numbers";
import type { Positions } from "./position";
import type { CheckRequest } from "./request";
import { unfitting, unmoving, unseen } from "./timing";
import { warnings } from "./warnings";

export function judge(drawing: Drawing, request: CheckRequest, positions: Positions): Finding[] {
  const frames = drawing.frames.toSorted((one, other) => one.frame - other.frame);
  return [
    ...wrongNumbers(frames),
    ...unstable(frames, drawing.again),
    ...missingAssets(frames, request.assets),
    ...(unseen(frames, request.fps) ?? unmoving(frames, request.fps)),
    ...unfitting(drawing.spans, request.durationFrames),
    ...oddTexts(frames),
    ...warnings(drawing.said, positions),
  ];
}

function unstable(frames: readonly DrawnFrame[], again: readonly DrawnFrame[]): Finding[] {
  const different = again.find(({ frame, html }) => frames.some((one) => one.frame === frame && one.html !== html));
  if (different === undefined) {
    return [];
  }
  const hint =
    'draw only from props and useCurrentFrame(): use random("a seed") for Math.random(), and keep nothing between frames';
  return [failure("render.unstable", "drawn twice, the frame looks different", hint, { frame: different.frame })];
}
