import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locate, Playhead } from "../src/frame/playhead";

function playhead(total = 90, fps = 30): Playhead {
  const made = new Playhead();
  made.resize(total, fps, 0);
  return made;
}

describe("Playhead", () => {
  test("follows the clock while it plays, and goes round at the end", () => {
    const head = playhead();
    head.play(1_000);
    expect([1_000, 1_033, 1_034, 2_000, 3_967, 4_000].map((now) => head.at(now))).toEqual([0, 0, 1, 30, 89, 0]);
  });

  test("stays where it was paused", () => {
    const head = playhead();
    head.play(0);
    head.pause(500);
    expect(head.at(9_000)).toBe(15);
    head.play(9_000);
    expect(head.at(9_100)).toBe(18);
  });

  test("plays on from where it is sent, within the video", () => {
    const head = playhead();
    head.play(0);
    head.seek(60, 400);
    expect(head.at(500)).toBe(63);
    head.seek(1_000, 500);
    expect(head.at(500)).toBe(89);
    head.seek(-5, 500);
    expect(head.at(500)).toBe(0);
  });

  test("stays when scenes come, and moves to the end when they go", () => {
    const head = playhead();
    head.seek(80, 0);
    head.resize(200, 30, 0);
    expect(head.at(0)).toBe(80);
    head.resize(50, 30, 0);
    expect(head.at(0)).toBe(49);
    head.resize(0, 30, 0);
    expect([head.at(0), head.total]).toEqual([0, 0]);
  });

  test("is not set back by a second play", () => {
    const head = playhead();
    head.play(0);
    head.play(1_000);
    expect(head.at(1_000)).toBe(30);
  });

  test("plays backwards and faster", () => {
    const head = playhead();
    head.seek(60, 0);
    head.play(0, -2);
    expect([500, 1_000, 1_100].map((now) => head.at(now))).toEqual([30, 0, 84]);
  });

  test("stops at the end, and begins again from the other, when it does not go round", () => {
    const head = playhead();
    head.loop = false;
    head.seek(80, 0);
    head.play(0);
    expect([head.at(5_000), head.isOver(100), head.isOver(5_000)]).toEqual([89, false, true]);
    head.pause(5_000);
    head.play(6_000);
    expect(head.at(6_100)).toBe(3);
    head.seek(0, 6_100);
    head.pause(6_100);
    head.play(7_000, -1);
    expect(head.at(7_100)).toBe(86);
  });

  test("never leaves the video", () => {
    const rates = fc.constantFrom(-4, -1, 1, 2);
    const whole = [fc.integer({ min: 1, max: 500 }), fc.nat(1_000), fc.nat(100_000), rates, fc.boolean()] as const;
    fc.assert(
      fc.property(...whole, (total, frame, now, rate, loop) => {
        const head = playhead(total);
        head.loop = loop;
        head.seek(frame, 0);
        head.play(0, rate);
        return head.at(now) >= 0 && head.at(now) < total;
      }),
    );
  });
});

describe("locate", () => {
  const scenes = [{ durationFrames: 10 }, { durationFrames: 5 }];

  test("finds the scene, the one before and the frame in it", () => {
    expect([0, 9, 10, 14].map((frame) => locate(scenes, frame))).toEqual([
      { scene: scenes[0], before: null, frame: 0 },
      { scene: scenes[0], before: null, frame: 9 },
      { scene: scenes[1], before: scenes[0], frame: 0 },
      { scene: scenes[1], before: scenes[0], frame: 4 },
    ]);
  });

  test("finds none beyond the end", () => {
    expect(locate(scenes, 15)).toBeNull();
    expect(locate([], 0)).toBeNull();
  });
});
