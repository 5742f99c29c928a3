// @vitest-environment jsdom
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { VideoProvider } from "../src/host";
import { Audio, Freeze, Html5Video, OffthreadVideo, Sequence, Video } from "../src/index";
import { drawn, VIDEO } from "./drawn";

describe("Video, OffthreadVideo and Audio", () => {
  test("stand at the time of their frame, muted", () => {
    const html = drawn(45, <Video src="a.mp4" className="clip" volume={0.5} />);
    expect(html).toMatch(/^<video class="clip".* src="a.mp4" muted="" preload="auto" data-time="1.5"/);
    expect(drawn(45, <OffthreadVideo src="a.mp4" {...{ transparent: true }} />)).not.toContain("transparent");
    expect(drawn(30, <Audio src="a.mp3" />)).toContain('<audio src="a.mp3" muted="" preload="auto" data-time="1"');
    expect(Html5Video).toBe(Video);
  });

  test("begin later in the file, run faster, and end where it is said", () => {
    const clip = (frame: number, more: object) => drawn(frame, <Video src="a.mp4" {...more} />);
    expect(clip(15, { trimBefore: 30 })).toContain('data-time="1.5"');
    expect(clip(15, { startFrom: 30, playbackRate: 2 })).toContain('data-time="2"');
    expect(clip(30, { trimBefore: 30, trimAfter: 60 })).toBe("");
    expect(clip(29, { endAt: 30 })).toContain("<video");
  });

  test("count from the start of their Sequence", () => {
    expect(drawn(45, <Sequence from={30}>{<Video src="a.mp4" />}</Sequence>)).toContain('data-time="0.5"');
  });

  test("want a source", () => {
    expect(() => drawn(0, <Video src="" />)).toThrow('src of a Video is ""; give it staticFile(name)');
    expect(() => drawn(0, <Audio src={undefined as never} />)).toThrow("src of a Audio is undefined");
  });
});

describe("in a page", () => {
  let root: Root;
  const calls: string[] = [];

  beforeEach(() => {
    vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
    calls.length = 0;
    let paused = true;
    const fake = vi.spyOn(HTMLMediaElement.prototype, "paused", "get").mockImplementation(() => paused);
    fake.mockName("paused");
    vi.spyOn(HTMLMediaElement.prototype, "play").mockImplementation(async () => {
      paused = false;
      calls.push("play");
      throw new Error("not allowed");
    });
    vi.spyOn(HTMLMediaElement.prototype, "pause").mockImplementation(() => {
      paused = true;
      calls.push("pause");
    });
    document.body.innerHTML = "<div></div>";
    root = createRoot(document.body.firstElementChild as Element);
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    vi.unstubAllGlobals();
  });

  const show = (frame: number, playing: boolean, child: ReactNode = <Video src="a.mp4" playbackRate={2} />) =>
    act(async () =>
      root.render(
        <VideoProvider video={VIDEO} frame={frame} playing={playing}>
          {child}
        </VideoProvider>,
      ),
    );
  const time = () => document.querySelector("video")?.currentTime;

  test("is sent to the frame while time stands", async () => {
    await show(15, false);
    expect([time(), calls]).toEqual([1, []]);
    await show(30, false);
    expect(time()).toBe(2);
  });

  test("plays along, is set right only when it is far off, and stops", async () => {
    await show(0, true);
    await show(3, true);
    expect([time(), calls]).toEqual([0, ["play"]]);
    await show(6, true);
    expect(time()).toBeCloseTo(0.4);
    await show(7, false);
    expect(calls).toEqual(["play", "pause"]);
  });

  test("goes round when it loops", async () => {
    vi.spyOn(HTMLMediaElement.prototype, "duration", "get").mockReturnValue(0.75);
    await show(15, false, <Video src="a.mp4" playbackRate={2} loop />);
    expect(time()).toBe(0.25);
  });

  test("stands in a Freeze", async () => {
    const frozen = (
      <Freeze frame={30}>
        <Video src="a.mp4" />
      </Freeze>
    );
    await show(3, true, frozen);
    expect([time(), calls]).toEqual([1, []]);
  });
});
