import { describe, expect, test } from "vitest";
import type { Drawing } from "../src/drawing";
import { judge } from "../src/judge";
import { Positions } from "../src/position";

const drawing = (...pages: string[]): Drawing => ({
  frames: pages.map((html, frame) => ({ frame, html })),
  again: [],
  spans: [],
  said: [],
  findings: [],
});
const REQUEST = { bundle: "", props: {}, width: 1, height: 1, fps: 30, durationFrames: 100, frames: [], timeoutMs: 1 };
const judged = (what: Drawing, more: object = {}) =>
  judge(what, { ...REQUEST, assets: ["a"], ...more }, new Positions(""));
const codes = (...pages: string[]) => judged(drawing(...pages)).map(({ code }) => code);

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
    '<img src="data:,"/>',
  ])("calls %j visible", (page) => {
    expect(codes("", page)).toEqual([]);
  });

  test("warns of frames that are all the same, unless there is but one", () => {
    expect(judged(drawing("<p>x</p>", "<p>x</p>"))).toEqual([
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
    const found = judged(drawing("<p>x</p>", page));
    expect(found).toEqual([expect.objectContaining({ code: "render.nan-style", frame: 1, message })]);
  });

  test.each([
    '<p title="NaN">undefined Infinity</p>',
    '<p class="Infinity">x</p>',
    '<p style="background:url(data:,NaNcy.png)">x</p>',
    '<p style="font-family:InfinityDisplay">x</p>',
  ])("leaves words alone: %j", (page) => {
    expect(codes("<p>x</p>", page)).toEqual([]);
  });

  test("finds a frame that looks different when it is drawn again", () => {
    const again = [{ frame: 1, html: "<p>3</p>" }];
    expect(judged({ ...drawing("<p>1</p>", "<p>2</p>"), again })).toEqual([
      expect.objectContaining({ code: "render.unstable", frame: 1 }),
    ]);
  });

  test.each(["NaN", "NaN%", "undefined", "[object Object]", " $NaN "])("warns of the text %j", (text) => {
    const [found] = judged(drawing("<p>x</p>", `<p>${text}</p>`));
    expect(found).toMatchObject({ code: "render.odd-text", severity: "warning", frame: 1 });
  });

  test.each(["undefined behaviour", "a NaN is no number"])("leaves the sentence %j alone", (text) => {
    expect(codes("<p>x</p>", `<p>${text}</p>`)).toEqual([]);
  });

  const seen = (from: number, until: number) =>
    Array.from({ length: 120 }, (_, frame) => ({
      frame,
      html: frame >= from && frame < until ? `<p>${frame}</p>` : "",
    }));

  test.each([
    [0, 120, []],
    [5, 120, []],
    [40, 120, ["render.blank-part"]],
    [0, 100, ["render.blank-part"]],
  ])("of what is seen from %i to %i thinks %j", (from, until, expected) => {
    expect(judged({ ...drawing(), frames: seen(from, until) }).map(({ code }) => code)).toEqual(expected);
  });

  test("warns when everything has happened in the first twelfth of a long scene", () => {
    const frames = Array.from({ length: 200 }, (_, frame) => ({ frame, html: `<p>${Math.min(frame, 16)}</p>` }));
    expect(judged({ ...drawing(), frames })).toEqual([
      expect.objectContaining({ code: "render.ends-early", frame: 16 }),
    ]);
    expect(judged({ ...drawing(), frames: frames.slice(0, 120) })).toEqual([]);
  });

  test.each([
    [[[0, 60]], []],
    [[[30, 150]], []],
    [[[0, Number.POSITIVE_INFINITY]], []],
    [[[60, 160]], []],
    [[[90, 150]], ["render.cut-off"]],
    [[[100, 120]], ["render.cut-off"]],
    [[[100, Number.POSITIVE_INFINITY]], ["render.cut-off"]],
  ])("of the stretches %j in 100 frames thinks %j", (spans, expected) => {
    const found = judged({ ...drawing("<p>1</p>", "<p>2</p>"), spans: spans as [number, number][] });
    expect(found.map(({ code }) => code)).toEqual(expected);
  });

  test.each([
    ['<img src="data:image/png;base64,AA=="/>', ""],
    ['<img src="/assets/my%20logo.png"/>', ""],
    ['<svg><use href="#a"></use></svg>', ""],
    ['<img alt="" src="/assets/none.png"/>', "render.missing-asset"],
    ['<img src="logo.png"/>', "render.missing-asset"],
    ['<img src="https://example.com/a.png"/>', "render.remote-asset"],
    ['<p style="background:url(&quot;//example.com/a.png&quot;)">x</p>', "render.remote-asset"],
    ['<p style="background-image:url(/assets/none.png)">x</p>', "render.missing-asset"],
  ])("of the file in %j thinks %j", (page, expected) => {
    const found = judged(drawing("<p>x</p>", page), { assets: ["my logo.png"] });
    expect(found.map(({ code }) => code)).toEqual(expected === "" ? [] : [expected]);
  });

  test("tells of React's warnings those that matter, once", () => {
    const key = { text: 'Each child in a list should have a unique "key" prop.\n\nCheck', stack: "" };
    const said = [
      key,
      key,
      { text: "Invalid DOM property `class`. See https://react.dev/x", stack: "" },
      { text: "hello", stack: "" },
    ];
    expect(judged({ ...drawing("<p>1</p>", "<p>2</p>"), said }).map(({ code, message }) => [code, message])).toEqual([
      ["render.keys", 'Each child in a list should have a unique "key" prop.'],
      ["render.react", "Invalid DOM property `class`."],
    ]);
  });
});
