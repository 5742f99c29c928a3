/** Numbers that are none, where they are drawn by and where they are read. */
import type { DrawnFrame } from "./drawing";
import { type Finding, failure, warning } from "./finding";

const ATTRIBUTE = /\s([\w:-]+)="([^"]*)"/g;
const GEOMETRY =
  /^(style|d|points|transform|viewBox|[xyr]|[cr][xy]|[xy][12]|f[xy]|d[xy]|width|height|offset|opacity|fill|stroke(-\w+)*|\w+-opacity|font-size|stop-color)$/;
const WRONG_NUMBER = /(^|[\s:;,(-])(NaN|-?Infinity|undefined)(?=$|[a-z%]{0,4}($|[\s;,)]))/;
const ODD_TEXT = /^[^\w]*(NaN|undefined|null|\[object Object\])[^\w]*$/;

export function wrongNumbers(frames: readonly DrawnFrame[]): Finding[] {
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

/** A text that is nothing but the name of a missing value. */
export function oddTexts(frames: readonly DrawnFrame[]): Finding[] {
  for (const { frame, html } of frames) {
    const text = html.split(/<[^>]*>/).find((each) => ODD_TEXT.test(each));
    if (text !== undefined) {
      const hint = "give the prop or the number that is shown a default, and divide by nothing that may be 0";
      return [warning("render.odd-text", `the text ${JSON.stringify(text.slice(0, 80))} is shown`, hint, { frame })];
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
