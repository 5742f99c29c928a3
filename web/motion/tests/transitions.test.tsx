import { createElement, type ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { Easing, useCurrentFrame } from "../src/index";
import { clockWipe } from "../src/transitions/clock-wipe";
import { fade } from "../src/transitions/fade";
import { flip } from "../src/transitions/flip";
import { linearTiming, springTiming, TransitionSeries } from "../src/transitions/index";
import { iris } from "../src/transitions/iris";
import { none } from "../src/transitions/none";
import type { TransitionPresentation, TransitionPresentationComponentProps } from "../src/transitions/presentation";
import { slide } from "../src/transitions/slide";
import { wipe } from "../src/transitions/wipe";
import { drawn } from "./drawn";

const { Sequence, Transition } = TransitionSeries;
const Frame = ({ of }: { of: string }) => `${of}${useCurrentFrame()} `;

/** Says how far it is instead of drawing anything. */
const told: TransitionPresentation = {
  component: ({
    presentationDirection,
    presentationProgress,
    children,
  }: TransitionPresentationComponentProps<object>) => (
    <>
      {presentationDirection}:{presentationProgress}({children})
    </>
  ),
  props: {},
};
const scene = (of: string, durationInFrames: number, more = {}) => (
  <Sequence layout="none" durationInFrames={durationInFrames} {...more}>
    <Frame of={of} />
  </Sequence>
);
const change = (frames: number, presentation: TransitionPresentation = told) => (
  <Transition timing={linearTiming({ durationInFrames: frames })} presentation={presentation} />
);
const shown = (frame: number, ...parts: ReactNode[]) =>
  drawn(frame, createElement(TransitionSeries, { layout: "none" }, ...parts)).trim();

describe("TransitionSeries", () => {
  const film = (frame: number) => shown(frame, scene("a", 40), change(10), scene("b", 60));

  test("plays the scenes one after the other, overlapping while they change", () => {
    expect(film(0)).toBe("exiting:0(a0 )");
    expect(film(29)).toBe("exiting:0(a29 )");
    expect(film(35)).toBe("exiting:0.5(a35 )entering:0.5(b5 )");
    expect(film(40)).toBe("entering:1(b10 )");
    expect(film(89)).toBe("entering:1(b59 )");
  });

  test("begins or ends with a transition, if it is told to", () => {
    const film = (frame: number) => shown(frame, change(10), scene("a", 40), change(20));
    expect(film(5)).toBe("entering:0.5(exiting:0(a5 ))");
    expect(film(30)).toBe("entering:1(exiting:0.5(a30 ))");
    expect(film(40)).toBe("");
  });

  test("plays on without a transition, moved by an offset", () => {
    const film = (frame: number) => shown(frame, scene("a", 10), scene("b", 10, { offset: 5 }));
    expect([9, 12, 15].map(film)).toEqual(["a9", "", "b0"]);
  });

  test("slides unless told otherwise", () => {
    const film = (
      <TransitionSeries>
        {scene("a", 20)}
        <Transition timing={linearTiming({ durationInFrames: 10 })} />
        {scene("b", 20)}
      </TransitionSeries>
    );
    expect(drawn(15, film)).toContain("transform:translateX(-50%)");
  });

  test.each([
    [[scene("a", 20), change(10), change(10), scene("b", 20)], "two transitions in a row"],
    [[scene("a", 20), change(30), scene("b", 40)], "a transition of 30 frames is longer than its neighbour of 20"],
    [[scene("a", 40), change(30), scene("b", 20)], "longer than its neighbour of 20"],
    [[scene("a", 0)], "durationInFrames of a TransitionSeries.Sequence is 0"],
    [["text"], 'a TransitionSeries holds "text"; put only <TransitionSeries.Sequence>'],
    [[<Transition key="1" timing={undefined as never} />, scene("a", 9)], "timing of a transition is undefined"],
  ])("refuses what cannot be played", (parts, message) => {
    expect(() => drawn(0, <TransitionSeries>{parts}</TransitionSeries>)).toThrow(message);
  });

  test("its parts are nothing by themselves", () => {
    expect(() => drawn(0, scene("a", 3))).toThrow("was used outside a TransitionSeries");
    expect(() => drawn(0, change(3))).toThrow("was used outside a TransitionSeries");
  });
});

describe("timings", () => {
  test("a spring lasts as long as it takes, or as it is told", () => {
    const free = springTiming({ config: { damping: 200 } });
    expect(free.getDurationInFrames({ fps: 30 })).toBe(23);
    expect(free.getProgress({ frame: 0, fps: 30 })).toBe(0);
    const told = springTiming({ durationInFrames: 30, durationRestThreshold: 0.001 });
    expect(told.getDurationInFrames({ fps: 60 })).toBe(30);
    expect(springTiming({ durationInFrames: 30, reverse: true }).getProgress({ frame: 30, fps: 30 })).toBe(0);
  });

  test("a linear one goes evenly, or along a curve", () => {
    const curved = linearTiming({ durationInFrames: 20, easing: Easing.quad });
    expect([0, 10, 20, 30].map((frame) => curved.getProgress({ frame, fps: 30 }))).toEqual([0, 0.25, 1, 1]);
    expect(() => linearTiming({ durationInFrames: 0 })).toThrow("durationInFrames of linearTiming() is 0");
  });
});

describe("presentations", () => {
  const half = (presentation: TransitionPresentation) =>
    shown(25, scene("a", 30), change(10, presentation), scene("b", 30));
  const size = { width: 640, height: 360 };

  test.each([
    [fade(), [["opacity:1"], ["opacity:0.5"]]],
    [fade({ shouldFadeOutExitingScene: true }), [["opacity:0.5"], ["opacity:0.5"]]],
    [slide({ direction: "from-right" }), [["translateX(-50%)"], ["translateX(50%)"]]],
    [slide({ direction: "from-top" }), [["translateY(50%)"], ["translateY(-50%)"]]],
    [wipe(), [[], ["clip-path:inset(0 50% 0 0)"]]],
    [wipe({ direction: "from-bottom" }), [[], ["inset(50% 0 0 0)"]]],
    [wipe({ direction: "from-bottom-right" }), [[], ["polygon(100% 100%, 0% 100%, 100% 0%)"]]],
    [flip(), [["perspective:1000px", "rotateY(90deg)"], ["rotateY(-90deg)"]]],
    [flip({ direction: "from-top", perspective: 500 }), [["perspective:500px", "rotateX(-90deg)"], ["rotateX(90deg)"]]],
    [clockWipe(size), [[], ["clip-path:path(&quot;M 320 "]]],
    [iris(size), [[], ["clip-path:circle(183."]]],
    [none({ exitStyle: { color: "red" } }), [["color:red"], []]],
  ] as const)("%#: half way", (presentation, expected) => {
    const [leaving = "", coming = ""] = half(presentation as never).split("a25");
    expect(expected[0].filter((each) => !leaving.includes(each))).toEqual([]);
    expect(expected[1].filter((each) => !coming.includes(each))).toEqual([]);
  });

  test("leave nothing behind when they are done", () => {
    for (const presentation of [fade(), slide(), wipe(), flip(), clockWipe(size)]) {
      const done = shown(45, scene("a", 30), change(10, presentation as never), scene("b", 30));
      expect(done).not.toMatch(/opacity:0|translateX\([^0]|rotateY\([^0]|inset\(0 [^0]/);
    }
  });

  test("take styles over theirs", () => {
    expect(half(fade({ enterStyle: { color: "red" } }) as never)).toContain("opacity:0.5;color:red");
    expect(half(flip({ innerExitStyle: { color: "red" } }) as never)).toContain("color:red");
  });
});
