/** Whether a scene uses its time: what is to be seen, what moves, what does not fit. */
import type { DrawnFrame } from "./drawing";
import { type Finding, failure, warning } from "./finding";
import type { Stretch } from "./realm";

/** Nothing at all is an error; a part of the time without anything a warning. Null where something is to be seen throughout. */
export function unseen(frames: readonly DrawnFrame[], fps: number): Finding[] | null {
  const blank = frames.filter(({ html }) => !isVisible(html));
  if (frames.length > 0 && blank.length === frames.length) {
    const hint =
      "return elements with text, a background, a border or an svg; check from and durationInFrames of each Sequence";
    return [failure("render.blank", "nothing is to be seen on any frame that was drawn", hint)];
  }
  const first = blank.find((each) => isLong(each, frames, fps));
  if (first === undefined) {
    return null;
  }
  const hint = "let something stand there from the first frame to the last: a background, or a longer Sequence";
  const { frame } = first;
  return [warning("render.blank-part", `nothing is to be seen at frame ${frame} and after`, hint, { frame })];
}

/** Half a second without anything to see, or up to the end. */
function isLong(blank: DrawnFrame, frames: readonly DrawnFrame[], fps: number): boolean {
  const next = frames.find(({ frame, html }) => frame > blank.frame && isVisible(html));
  return next === undefined || next.frame - blank.frame > fps / 2;
}

const DRAWN_ELEMENT =
  /<(img|image|path|rect|circle|ellipse|line|polygon|polyline|use|canvas|video|hr|progress|meter|input)\b/i;
const PAINTED = /(?:^|[;"])(?:background|border|box-shadow|outline)[\w-]*:(?!none|transparent|0(?:px)?[;"])/i;

function isVisible(html: string): boolean {
  const body = html.replace(/<(style|script|title|defs)\b[\s\S]*?<\/\1>/gi, "");
  return DRAWN_ELEMENT.test(body) || PAINTED.test(body) || body.replace(/<[^>]*>|&nbsp;|\s/g, "") !== "";
}

const LONG_S = 4;

export function unmoving(frames: readonly DrawnFrame[], fps: number): Finding[] {
  const [first, second] = frames;
  const last = frames.at(-1);
  if (first === undefined || second === undefined || last === undefined) {
    return [];
  }
  const still = frames.findIndex((_, index) => frames.slice(index).every(({ html }) => html === last.html));
  if (still === 0) {
    const hint = "let something move: compute a position, a size or an opacity from useCurrentFrame()";
    return [warning("render.static", "all frames that were drawn look the same", hint)];
  }
  const { frame } = frames[still] ?? last;
  if (frame <= Math.ceil(last.frame / 12) && last.frame - frame > LONG_S * fps) {
    const text = `nothing changes from frame ${frame} to the last, ${last.frame}`;
    return [warning("render.ends-early", text, "spread what happens over the time of the scene", { frame })];
  }
  return [];
}

/** A Sequence that begins after the end, or of which less than half is shown. */
export function unfitting(spans: readonly Stretch[], durationFrames: number): Finding[] {
  const cut = spans.find(([from, until]) => {
    const isToTheEnd = until - from >= durationFrames;
    return from >= durationFrames || !(isToTheEnd || (from + until) / 2 <= durationFrames);
  });
  if (cut === undefined) {
    return [];
  }
  const [from, until] = cut;
  const asked = Number.isFinite(until) ? `from frame ${from} to ${until}` : `from frame ${from} on`;
  const text = `a Sequence is to be shown ${asked}, but the scene has ${durationFrames} frames`;
  return [warning("render.cut-off", text, "compute from and durationInFrames from useVideoConfig().durationInFrames")];
}
