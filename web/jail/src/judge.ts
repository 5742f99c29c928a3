/** What the drawn frames, as HTML, tell about a component. */
import type { Drawing, DrawnFrame } from "./drawing";
import { type Finding, failure, warning } from "./finding";

export function judge({ frames, again }: Drawing): Finding[] {
  return [...wrongNumbers(frames), ...unstable(frames, again), ...(blank(frames) ?? unmoving(frames))];
}

const ATTRIBUTE = /\s([\w:-]+)="([^"]*)"/g;
const GEOMETRY =
  /^(style|d|points|transform|viewBox|[xyr]|[cr][xy]|[xy][12]|f[xy]|d[xy]|width|height|offset|opacity|fill|stroke(-\w+)*|\w+-opacity|font-size|stop-color)$/;
const WRONG_NUMBER = /(^|[\s:;,(-])(NaN|-?Infinity|undefined)(?=$|[a-z%]{0,4}($|[\s;,)]))/;

function wrongNumbers(frames: readonly DrawnFrame[]): Finding[] {
  for (const { frame, html } of frames) {
    for (const [tag] of html.matchAll(/<[a-z][^>]*>/gi)) {
      for (const [, name = "", value = ""] of tag.matchAll(ATTRIBUTE)) {
        const wrong = GEOMETRY.test(name) ? WRONG_NUMBER.exec(value)?.[2] : undefined;
        if (wrong !== undefined) {
          return [wrongNumber(frame, wrong, name, value)];
        }
      }
    }
  }
  return [];
}

function wrongNumber(frame: number, wrong: string, name: string, value: string): Finding {
  const part = value.split(";").find((each) => each.includes(wrong)) ?? value;
  const place = name === "style" ? `the style ${part.slice(0, 80)}` : `${name}="${value.slice(0, 80)}"`;
  const hint = "look for a division by zero, a missing prop, or a number made from text, where this is computed";
  return failure("render.nan-style", `${wrong} stands in ${place}`, hint, { frame });
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

function blank(frames: readonly DrawnFrame[]): Finding[] | null {
  if (frames.length === 0 || frames.some(({ html }) => isVisible(html))) {
    return null;
  }
  const hint =
    "return elements with text, a background, a border or an svg; check from and durationInFrames of each Sequence";
  return [failure("render.blank", "nothing is to be seen on any frame that was drawn", hint)];
}

const DRAWN_ELEMENT =
  /<(img|image|path|rect|circle|ellipse|line|polygon|polyline|use|canvas|video|hr|progress|meter|input)\b/i;
const PAINTED = /(?:^|[;"])(?:background|border|box-shadow|outline)[\w-]*:(?!none|transparent|0(?:px)?[;"])/i;

function isVisible(html: string): boolean {
  const body = html.replace(/<(style|script|title|defs)\b[\s\S]*?<\/\1>/gi, "");
  return DRAWN_ELEMENT.test(body) || PAINTED.test(body) || body.replace(/<[^>]*>|&nbsp;|\s/g, "") !== "";
}

function unmoving(frames: readonly DrawnFrame[]): Finding[] {
  const first = frames[0];
  if (first === undefined || frames.length < 2 || frames.some(({ html }) => html !== first.html)) {
    return [];
  }
  const hint = "let something move: compute a position, a size or an opacity from useCurrentFrame()";
  return [warning("render.static", "all frames that were drawn look the same", hint)];
}
