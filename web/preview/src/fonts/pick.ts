/**
 * A program of Node: reads the code and props of a video on standard input, writes the fonts that it needs as JSON,
 * with the font files inside, for a page that has nowhere to load them from.
 */
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { FontSource, PickedFonts } from "./face";
import { neededFonts } from "./needed";

const page = new URL("./preview/", import.meta.url);
const fonts = JSON.parse(readFileSync(new URL("fonts/fonts.json", page), "utf8")) as FontSource[];
const faces = neededFonts(fonts, await text(process.stdin));
const files = Object.fromEntries(faces.map(({ url }) => [url, inlined(url)]));
process.stdout.write(JSON.stringify({ faces, files } satisfies PickedFonts));

function inlined(url: string): string {
  return `data:font/woff2;base64,${readFileSync(fileURLToPath(new URL(url, page))).toString("base64")}`;
}
