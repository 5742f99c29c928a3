/** Reads a CSS colour: names, hex, rgb(a) and hsl(a), in the old comma and the new space syntax (CSS Color 4). */
import { COLOR_NAMES } from "./color-names";
import { describe } from "./value";

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

export function parseColor(text: string): Rgba {
  const color = typeof text === "string" ? read(text.trim().toLowerCase()) : null;
  if (color === null) {
    throw new TypeError(
      `${describe(text)} is not a colour; use a CSS name, #rgb, #rrggbb, rgb(), rgba(), hsl() or hsla()`,
    );
  }
  return color;
}

export function formatColor([red, green, blue, alpha]: Rgba): string {
  return `rgba(${Math.round(red)}, ${Math.round(green)}, ${Math.round(blue)}, ${Number(alpha.toFixed(4))})`;
}

function read(text: string): Rgba | null {
  if (text === "transparent") {
    return [0, 0, 0, 0];
  }
  const named = COLOR_NAMES.get(text);
  if (named !== undefined || text.startsWith("#")) {
    return readHex(named ?? text.slice(1));
  }
  const call = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(text);
  const parts = call?.[2]?.split(/[\s,/]+/).filter(Boolean) ?? [];
  if (!call || parts.length < 3 || parts.length > 4) {
    return null;
  }
  const color = call[1] === "rgb" ? readRgb(parts) : readHsl(parts);
  return color.every(Number.isFinite) ? color : null;
}

function readHex(digits: string): Rgba | null {
  if (!/^([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(digits)) {
    return null;
  }
  const long = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const byte = (index: number) => Number.parseInt(long.slice(index * 2, index * 2 + 2), 16);
  return [byte(0), byte(1), byte(2), long.length === 8 ? byte(3) / 255 : 1];
}

function readRgb([red, green, blue, alpha]: string[]): Rgba {
  const channel = (part = "") =>
    clamp(part.endsWith("%") ? (number(part.slice(0, -1)) / 100) * 255 : number(part), 255);
  return [channel(red), channel(green), channel(blue), readAlpha(alpha)];
}

function readHsl([hue = "", saturation = "", lightness = "", alpha]: string[]): Rgba {
  const turn = hue.endsWith("turn") ? number(hue.slice(0, -4)) * 360 : number(hue.replace(/deg$/, ""));
  const share = (part: string) => clamp(number(part.replace(/%$/, "")) / 100, 1);
  const [s, l] = [share(saturation), share(lightness)];
  const reach = s * Math.min(l, 1 - l);
  const channel = (offset: number) => {
    const k = (((offset + turn / 30) % 12) + 12) % 12;
    return 255 * (l - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4), readAlpha(alpha)];
}

function readAlpha(part: string | undefined): number {
  if (part === undefined) {
    return 1;
  }
  return clamp(part.endsWith("%") ? number(part.slice(0, -1)) / 100 : number(part), 1);
}

function number(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

function clamp(value: number, limit: number): number {
  return Math.min(limit, Math.max(0, value));
}
