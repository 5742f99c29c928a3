/**
 * Keeps the playhead as the person sees it: moved at once by a seek, then by what the frame says.
 *
 * The frame answers a little later; what it still says of an earlier place in between is left out, so that
 * many steps in a row each count.
 */
import { type RefObject, useCallback, useReducer, useRef } from "react";

export interface Playing {
  readonly frame: number;
  readonly playing: boolean;
}

const ANSWER_WITHIN_MS = 300;

type Playhead = readonly [
  now: RefObject<Playing>,
  hear: (said: Playing) => void,
  /** Notes where a seek goes, and gives that place back. */
  expect: (frame: number) => number,
];

export function usePlayhead(): Playhead {
  const now = useRef<Playing>({ frame: 0, playing: false });
  const expected = useRef<Expected | null>(null);
  const [, show] = useReducer((count: number) => count + 1, 0);
  const hear = useCallback((said: Playing) => {
    now.current = heard(now.current, said, expected.current, performance.now());
    expected.current = now.current.frame === said.frame ? null : expected.current;
    show();
  }, []);
  const expect = useCallback((frame: number) => {
    expected.current = { frame, until: performance.now() + ANSWER_WITHIN_MS };
    now.current = { ...now.current, frame };
    show();
    return frame;
  }, []);
  return [now, hear, expect];
}

export interface Expected {
  readonly frame: number;
  readonly until: number;
}

/** What is true after the frame said something, given what it was last asked. */
export function heard(now: Playing, said: Playing, expected: Expected | null, atMs: number): Playing {
  const isLate = expected !== null && atMs < expected.until && said.frame !== expected.frame;
  return isLate ? { ...said, frame: now.frame } : said;
}
