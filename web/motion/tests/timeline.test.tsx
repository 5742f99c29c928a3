import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { AbsoluteFill, Freeze, Loop, Sequence, Series, useCurrentFrame, useVideoConfig } from "../src/index";
import { drawn, VIDEO } from "./drawn";

function Frame(): ReactNode {
  return `${useCurrentFrame()}/${useVideoConfig().durationInFrames}`;
}

describe("useCurrentFrame and useVideoConfig", () => {
  test("tell the frame and the video", () => {
    const Size = () => `${useVideoConfig().width}x${useVideoConfig().height}@${useVideoConfig().fps}`;
    expect(drawn(7, <Frame />)).toBe("7/90");
    expect(drawn(7, <Size />)).toBe("640x360@30");
  });

  test("say so when there is no video around them", () => {
    const Config = () => useVideoConfig().id;
    expect(() => renderToStaticMarkup(<Frame />)).toThrow("useCurrentFrame() was called outside a video");
    expect(() => renderToStaticMarkup(<Config />)).toThrow("useVideoConfig() was called outside a video");
  });
});

describe("Sequence", () => {
  const bare = (props: object, child: ReactNode = <Frame />) => (
    <Sequence layout="none" {...props}>
      {child}
    </Sequence>
  );

  test("counts from its start, and ends after its length", () => {
    const shown = [9, 10, 29, 30].map((frame) => drawn(frame, bare({ from: 10, durationInFrames: 20 })));
    expect(shown).toEqual(["", "0/20", "19/20", ""]);
  });

  test("without a length lasts as long as what is around it", () => {
    expect(drawn(89, bare({ from: 10 }))).toBe("79/80");
    expect(drawn(10, bare({ from: -5 }))).toBe("15/95");
  });

  test("counts on inside another, and ends with it", () => {
    const nested = bare({ from: 10, durationInFrames: 20 }, bare({ from: 5, durationInFrames: 50 }));
    expect([14, 15, 29, 30].map((frame) => drawn(frame, nested))).toEqual(["", "0/15", "14/15", ""]);
  });

  test("lays a layer around its children, unless told not to", () => {
    const layer = drawn(0, <Sequence style={{ color: "red" }} className="a" width={10} />);
    expect(layer).toContain('class="a"');
    expect(layer).toContain("position:absolute");
    expect(layer).toContain("width:10px");
    expect(layer).toContain("color:red");
    expect(drawn(0, bare({}, "x"))).toBe("x");
  });

  test("tells its own size inside, and hands it on", () => {
    const Size = () => `${useVideoConfig().width}x${useVideoConfig().height}`;
    expect(drawn(0, bare({ width: 10 }, bare({ height: 20 }, <Size />)))).toBe("10x20");
  });

  test("holds its children at a frame, or hides them", () => {
    expect(drawn(7, bare({ freeze: 3 }))).toBe("3/90");
    expect(drawn(7, bare({ hidden: true }))).toBe("");
  });

  test("takes what only the original's editor acts on", () => {
    expect(drawn(0, bare({ name: "a", premountFor: 30, postmountFor: 3, showInTimeline: false }))).toBe("0/90");
  });

  test.each([
    [{ from: Number.NaN }, "from of a Sequence is NaN; give a finite number of frames"],
    [{ durationInFrames: 0 }, "durationInFrames of a Sequence is 0; give a number of frames above 0"],
    [{ layout: "flex" }, 'layout of a Sequence is "flex"; use "absolute-fill" or "none"'],
  ])("refuses %j", (props, message) => {
    expect(() => drawn(0, bare(props))).toThrow(message);
  });
});

describe("Series", () => {
  const part = (durationInFrames: number, offset = 0) => (
    <Series.Sequence layout="none" durationInFrames={durationInFrames} offset={offset}>
      <Frame />
    </Series.Sequence>
  );

  test("plays one part after the other, moved by their offsets", () => {
    const series = (
      <Series>
        {part(10)}
        {part(10, 5)}
        <>{part(Number.POSITIVE_INFINITY, -2)}</>
      </Series>
    );
    const shown = [9, 12, 15, 22, 23, 30].map((frame) => drawn(frame, series));
    expect(shown).toEqual(["9/10", "", "0/10", "7/10", "8/100/67", "7/67"]);
  });

  test("starts as a whole later, in a layer if it is asked for", () => {
    const late = (
      <Series from={5} layout="absolute-fill" name="a">
        {part(10)}
      </Series>
    );
    expect(drawn(4, late)).toBe("");
    expect(drawn(6, late)).toContain("position:absolute");
    expect(drawn(6, late)).toContain("1/10");
  });

  test("refuses what is no Series.Sequence, and one without an end before another", () => {
    expect(() => drawn(0, <Series>{<div />}</Series>)).toThrow("a Series holds <div>; put only <Series.Sequence>");
    expect(() => drawn(0, <Series>text</Series>)).toThrow('a Series holds "text"');
    expect(() => drawn(0, <Series>{[part(Number.POSITIVE_INFINITY), part(1)]}</Series>)).toThrow("is Infinity");
    expect(() => drawn(0, part(3))).toThrow("was used outside a Series");
  });
});

describe("Loop", () => {
  const Round = () => `${Loop.useLoop()?.iteration}:${useCurrentFrame()}`;

  test("begins again after its length, as often as it is told", () => {
    const loop = (
      <Loop durationInFrames={20} times={3} layout="none">
        <Round />
      </Loop>
    );
    expect([0, 19, 20, 59, 60].map((frame) => drawn(frame, loop))).toEqual(["0:0", "0:19", "1:0", "2:19", ""]);
  });

  test("refuses a length or a number of rounds that is none", () => {
    expect(() => drawn(0, <Loop durationInFrames={0} />)).toThrow("durationInFrames of a Loop is 0");
    expect(() => drawn(0, <Loop durationInFrames={1} times={-1} />)).toThrow("times of a Loop is -1");
  });
});

describe("Freeze", () => {
  test("holds the frame, in the count of what is around it, while it is active", () => {
    const frozen = (active: boolean | ((frame: number) => boolean)) => (
      <Sequence from={10} layout="none">
        <Freeze frame={3} active={active}>
          <Frame />
        </Freeze>
      </Sequence>
    );
    expect(drawn(50, frozen(true))).toBe("3/80");
    expect(drawn(50, frozen(false))).toBe("40/80");
    expect(
      drawn(
        50,
        frozen((frame) => frame === 40),
      ),
    ).toBe("3/80");
  });

  test("refuses a frame that is no number", () => {
    expect(() => drawn(0, <Freeze frame={Number.NaN} />)).toThrow("frame of a Freeze is NaN");
  });
});

test("AbsoluteFill fills the video, and what its style says wins", () => {
  const html = drawn(0, <AbsoluteFill id="a" style={{ flexDirection: "row" }} />);
  expect(html).toContain('id="a"');
  expect(html).toContain("position:absolute;top:0;left:0;right:0;bottom:0;width:100%;height:100%;display:flex");
  expect(html).toContain("flex-direction:row");
  expect(VIDEO.width).toBe(640);
});
