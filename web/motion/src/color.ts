/** Reads a CSS colour (CSS Color 4): names, hex, rgb, hsl, hwb, lab, lch, oklab, oklch and color(), old syntax and new. */
import { COLOR_NAMES } from "./color-names";
import { fromHsl, fromHwb, fromLab, fromLinear, fromOklab, fromP3, polar } from "./color-spaces";
import { describe } from "./value";

/** Red, green and blue from 0 to 255, alpha from 0 to 1; each a whole number of 255ths, as a pixel holds it. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

export function parseColor(text: string): Rgba {
  const color = typeof text === "string" ? read(text.trim().toLowerCase()) : null;
  if (color === null) {
    throw new TypeError(
      `${describe(text)} is not a colour; use a CSS name, #rgb, #rrggbb, rgb(), hsl(), hwb(), lab(), lch(), oklab(), oklch() or color()`,
    );
  }
  return color;
}

export function formatColor([red, green, blue, alpha]: Rgba): string {
  return `rgba(${Math.round(red)}, ${Math.round(green)}, ${Math.round(blue)}, ${Number(alpha.toFixed(3))})`;
}

function read(text: string): Rgba | null {
  if (text === "transparent") {
    return [0, 0, 0, 0];
  }
  const named = COLOR_NAMES.get(text);
  if (named !== undefined || text.startsWith("#")) {
    return readHex(named ?? text.slice(1));
  }
  const call = /^([a-z]+)\(([^()]*)\)$/.exec(text);
  const parts = call?.[2]?.split(/[\s,/]+/).filter(Boolean) ?? [];
  const space = call?.[1] === "color" ? parts.shift() : call?.[1];
  const form = FORMS[space ?? ""];
  if (form === undefined || parts.length < 3 || parts.length > 4) {
    return null;
  }
  const [one = "", two = "", three = "", alpha = "1"] = parts;
  const [red = 0, green = 0, blue = 0, opacity = 1] = [...form(one, two, three), share(alpha)].map(inSteps);
  const color: Rgba = [red, green, blue, opacity / 255];
  return color.every(Number.isFinite) ? color : null;
}

function inSteps(value: number): number {
  return Math.round(clamp(value * 255, 255));
}

function readHex(digits: string): Rgba | null {
  if (!/^([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(digits)) {
    return null;
  }
  const long = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const byte = (index: number) => Number.parseInt(long.slice(index * 2, index * 2 + 2), 16);
  return [byte(0), byte(1), byte(2), long.length === 8 ? byte(3) / 255 : 1];
}

type Form = (one: string, two: string, three: string) => readonly [number, number, number];

const rgb: Form = (...parts) => {
  const [red, green, blue] = parts.map((part) => clamp(amount(part, 255), 255) / 255);
  return [red as number, green as number, blue as number];
};
const hsl: Form = (hue, saturation, lightness) => fromHsl(degrees(hue), share(saturation, 100), share(lightness, 100));
const plain: Form = (one, two, three) => [amount(one, 1), amount(two, 1), amount(three, 1)];

// What 100 % means for each number is the specification's.
const FORMS: Readonly<Record<string, Form>> = {
  rgb,
  rgba: rgb,
  hsl,
  hsla: hsl,
  hwb: (hue, white, black) => fromHwb(degrees(hue), share(white, 100), share(black, 100)),
  lab: (l, a, b) => fromLab(amount(l, 100), amount(a, 125), amount(b, 125)),
  lch: (l, c, h) => fromLab(amount(l, 100), ...polar(amount(c, 150), degrees(h))),
  oklab: (l, a, b) => fromOklab(amount(l, 1), amount(a, 0.4), amount(b, 0.4)),
  oklch: (l, c, h) => fromOklab(amount(l, 1), ...polar(amount(c, 0.4), degrees(h))),
  srgb: plain,
  "srgb-linear": (...parts) => fromLinear(...plain(...parts)),
  "display-p3": (...parts) => fromP3(...plain(...parts)),
};

/** A share from 0 to 1, written as a number of which `whole` is all, or in per cent. */
function share(part: string, whole = 1): number {
  return clamp(amount(part, whole) / whole, 1);
}

/** A number; a percentage is that part of `whole`. */
function amount(part: string, whole: number): number {
  return part.endsWith("%") ? (number(part.slice(0, -1)) / 100) * whole : number(part);
}

const TURNS: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

function degrees(part: string): number {
  const unit = /(deg|grad|rad|turn)$/.exec(part)?.[1];
  return unit === undefined ? number(part) : number(part.slice(0, -unit.length)) * (TURNS[unit] as number);
}

function number(text: string): number {
  if (text === "none") {
    return 0;
  }
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

function clamp(value: number, limit: number): number {
  return Math.min(limit, Math.max(0, value));
}
