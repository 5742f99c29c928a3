import { describe, expect, test } from "vitest";
import { judge } from "../src/judge";

const drawing = (...pages: string[]) => ({
  frames: pages.map((html, frame) => ({ frame, html })),
  again: [],
  findings: [],
});
const codes = (...pages: string[]) => judge(drawing(...pages)).map(({ code }) => code);

describe("judge", () => {
  test("finds nothing wrong with what moves", () => {
    expect(codes("<p>1</p>", "<p>2</p>")).toEqual([]);
  });

  test.each([
    ["<div></div>", ""],
    ['<div style="opacity:0.5"></div>', "<div> &nbsp;\n</div>"],
    ['<div style="background:none"></div>', '<div style="border:0"></div>'],
    ["<style>p{}</style>", "<svg><defs><rect/></defs></svg>"],
  ])("calls %j and %j blank", (...pages) => {
    expect(codes(...pages)).toEqual(["render.blank"]);
  });

  test.each([
    "<p>x</p>",
    '<div style="background:red"></div>',
    '<div style="left:0;border-bottom:1px solid"></div>',
    '<svg><path d="M0 0"/></svg>',
    '<img src="a"/>',
  ])("calls %j visible", (page) => {
    expect(codes("", page)).toEqual([]);
  });

  test("warns of frames that are all the same, unless there is but one", () => {
    expect(judge(drawing("<p>x</p>", "<p>x</p>"))).toEqual([
      expect.objectContaining({ code: "render.static", severity: "warning" }),
    ]);
    expect(codes("<p>x</p>")).toEqual([]);
  });

  test.each([
    ['<p style="left:NaNpx;top:1px">x</p>', "NaN stands in the style left:NaNpx"],
    ['<p style="transform:translate(NaN%, 3px)">x</p>', "NaN stands in the style transform:translate(NaN%, 3px)"],
    ['<p style="opacity:Infinity">x</p>', "Infinity stands in the style opacity:Infinity"],
    ['<p style="transform:scale(-Infinity)">x</p>', "-Infinity stands in the style transform:scale(-Infinity)"],
    ['<p style="margin:undefinedpx">x</p>', "undefined stands in the style margin:undefinedpx"],
    ['<svg><path d="M0,NaN"></path></svg>', 'NaN stands in d="M0,NaN"'],
    ['<svg><circle r="undefined"></circle></svg>', 'undefined stands in r="undefined"'],
  ])("finds the number that is none in %j", (page, message) => {
    const found = judge(drawing("<p>x</p>", page));
    expect(found).toEqual([expect.objectContaining({ code: "render.nan-style", frame: 1, message })]);
  });

  test.each([
    '<p title="NaN">undefined Infinity</p>',
    '<p class="Infinity">x</p>',
    '<p style="background:url(NaNcy.png)">x</p>',
    '<p style="font-family:InfinityDisplay">x</p>',
  ])("leaves words alone: %j", (page) => {
    expect(codes("<p>x</p>", page)).toEqual([]);
  });

  test("finds a frame that looks different when it is drawn again", () => {
    const again = [{ frame: 1, html: "<p>3</p>" }];
    expect(judge({ ...drawing("<p>1</p>", "<p>2</p>"), again })).toEqual([
      expect.objectContaining({ code: "render.unstable", frame: 1 }),
    ]);
  });
});
