/**
 * Which font files a video needs: those of the families that its code and props name, for the characters in them.
 *
 * What such a family has not (Chinese, Japanese, emoji) is drawn from two families that have, under its own name
 * and for just these characters: so that such text comes out the same on every machine, whatever fonts it has.
 */
import type { FontSource } from "./face";

/** Is there always: what has no font of its own is set in it. */
export const DEFAULT_FAMILY = "Inter";
const HAN = "Noto Sans SC";
const EMOJI = "Twemoji";
/** Joins emoji, or asks for them: these go with the emoji around them. */
const JOINERS = [0x200d, 0xfe0f, 0x20e3];

export function neededFonts(fonts: readonly FontSource[], text: string): FontSource[] {
  const characters = codePoints(text);
  const families = new Set(fonts.map(({ family }) => family));
  const named = [...families].filter((family) => family === DEFAULT_FAMILY || isNamed(family, text));
  const covers = new Map(fonts.map((font) => [font, rangesOf(font.range)]));
  return named.flatMap((family) => {
    const all = fonts.filter((font) => font.family === family);
    const own = all.filter((font) => hasAny(covers.get(font), characters));
    const missing = characters.filter((one) => one > 0x7f && !own.some((font) => has(covers.get(font), one)));
    return [...own, ...lent(missing, family, fonts, covers).flatMap((face) => inEachCut(face, all))];
  });
}

type Ranges = readonly (readonly [from: number, to: number])[];
type Covers = ReadonlyMap<FontSource, Ranges>;

/** A browser takes all characters from faces of one weight and style, so that a lent face must come in each. */
function inEachCut(face: FontSource, all: readonly FontSource[]): FontSource[] {
  const cuts = new Map(all.map(({ weight, style }) => [`${weight} ${style}`, { weight, style }]));
  return [...cuts.values()].map((cut) => ({ ...face, ...cut }));
}

/** Faces of other families under this family's name, each for the characters it is the first to have. */
function lent(missing: readonly number[], family: string, fonts: readonly FontSource[], covers: Covers): FontSource[] {
  const taken = new Map<FontSource, number[]>();
  for (const character of missing) {
    const order = isPicture(character, missing) ? [EMOJI, HAN] : [HAN, EMOJI];
    const lenders = order.filter((lender) => lender !== family);
    const source = lenders
      .map((lender) => fonts.find((font) => font.family === lender && has(covers.get(font), character)))
      .find((font) => font !== undefined);
    if (source !== undefined) {
      taken.set(source, [...(taken.get(source) ?? []), character]);
    }
  }
  return [...taken].map(([font, characters]) => ({ ...font, family, range: rangeOf(font, characters) }));
}

function rangeOf(font: FontSource, characters: readonly number[]): string {
  const all = font.family === EMOJI ? [...new Set([...characters, ...JOINERS])] : characters;
  return all.map((one) => `U+${one.toString(16)}`).join(",");
}

/** A character that is an emoji of itself, or that the text asks to be one. */
function isPicture(character: number, missing: readonly number[]): boolean {
  const isOne = /\p{Emoji_Presentation}/u.test(String.fromCodePoint(character));
  return isOne || JOINERS.includes(character) || missing.includes(0xfe0f);
}

/** Whether a family is named, as CSS writes it or as the module that loads it. */
function isNamed(family: string, text: string): boolean {
  const words = family.split(" ").join(" ?");
  return new RegExp(`(?<![\\w-])${words}(?![\\w-])`, "i").test(text);
}

function codePoints(text: string): number[] {
  return [...new Set(text)].map((character) => character.codePointAt(0) as number);
}

function rangesOf(range: string): Ranges {
  return range.split(",").map((part) => {
    const [from = "", to = from] = part.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
}

function has(ranges: Ranges | undefined, character: number): boolean {
  return ranges?.some(([from, to]) => character >= from && character <= to) ?? false;
}

function hasAny(ranges: Ranges | undefined, characters: readonly number[]): boolean {
  return characters.some((character) => has(ranges, character));
}
