import { expect, test } from "vitest";
import type { FontSource } from "../src/fonts/face";
import { neededFonts } from "../src/fonts/needed";

const font = (family: string, range: string, weight = "400"): FontSource => ({
  family,
  weight,
  range,
  style: "normal",
  url: `./fonts/${family}-${range}-${weight}.woff2`,
});
const FONTS = [
  font("Inter", "U+0000-00FF,U+2014"),
  font("Inter", "U+0400-045F"),
  font("Playfair Display", "U+0000-00FF"),
  font("Poppins", "U+0000-00FF", "400"),
  font("Poppins", "U+0000-00FF", "700"),
  font("Noto Sans SC", "U+4e00-4eff,U+2605,U+2728,U+1f300"),
  font("Twemoji", "U+23,U+30-39,U+200d,U+2605,U+2728,U+fe0f,U+1f300-1f6ff"),
];
const needed = (text: string) => neededFonts(FONTS, text).map(({ family, range, url }) => `${family} ${range} ${url}`);
const named = (text: string) => [...new Set(neededFonts(FONTS, text).map(({ family }) => family))];

test("the default family is there whatever is named", () => {
  expect(named("const a = 1")).toEqual(["Inter"]);
});

test.each([
  ['fontFamily: "Playfair Display, serif"', "Playfair Display"],
  ["import { loadFont } from '@remotion/google-fonts/PlayfairDisplay'", "Playfair Display"],
  ["font: 40px poppins", "Poppins"],
])("a family is found in %s", (text, family) => {
  expect(named(text)).toContain(family);
});

test("a word that only contains a family's name does not name it", () => {
  expect(named("PoppinsLike, my-poppins")).toEqual(["Inter"]);
});

test("all weights of a family are needed, and only the scripts that are written", () => {
  expect(neededFonts(FONTS, "Poppins").filter(({ family }) => family === "Poppins")).toHaveLength(2);
  expect(needed("abc")).toHaveLength(1);
  expect(needed("abc Привет")).toHaveLength(2);
});

test("characters that a family lacks are drawn from one that has them, under its name and for these alone", () => {
  expect(needed("一, 二")).toEqual([
    "Inter U+0000-00FF,U+2014 ./fonts/Inter-U+0000-00FF,U+2014-400.woff2",
    "Inter U+4e00,U+4e8c ./fonts/Noto Sans SC-U+4e00-4eff,U+2605,U+2728,U+1f300-400.woff2",
  ]);
});

test("what is lent comes in every weight and style that the family itself has", () => {
  const poppins = neededFonts(FONTS, "Poppins 一").filter(({ family }) => family === "Poppins");
  expect(poppins.map(({ weight, range }) => `${weight} ${range}`)).toEqual([
    "400 U+0000-00FF",
    "700 U+0000-00FF",
    "400 U+4e00",
    "700 U+4e00",
  ]);
});

test("an emoji is drawn in colour, a sign only where the text asks for it, digits never", () => {
  expect(needed("1 🌀")[1]).toMatch(/^Inter U\+1f300,U\+200d,U\+fe0f,U\+20e3 .*Twemoji/);
  expect(needed("1 ✨")[1]).toMatch(/^Inter U\+2728,U\+200d,U\+fe0f,U\+20e3 .*Twemoji/);
  expect(needed("1 ★")[1]).toMatch(/^Inter U\+2605 .*Noto Sans SC/);
  expect(needed("1 ★\ufe0f")[1]).toMatch(/^Inter U\+2605,U\+fe0f,U\+200d,U\+20e3 .*Twemoji/);
});
