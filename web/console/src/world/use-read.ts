/** Keeps true what a page reads besides the stream: read at first, again when the world moved on, at most once a second. */
import { sentenceOf } from "@bazaar/shared/problem";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Reads } from "../api";
import { useConsole } from "./console-context";

const AGAIN_AFTER_MS = 1_000;

export interface Reading<T> {
  readonly value: T | null;
  readonly failure: string | null;
  readonly again: () => void;
}

/** `key` names what is read: another key is another thing; `moved` is a number that changes when it may be old. */
export function useRead<T>(key: string, load: (reads: Reads) => Promise<T>, moved: number | string = 0): Reading<T> {
  const { reads } = useConsole();
  const [known, setKnown] = useState<{ key: string; value: T | null; failure: string | null }>(nothing(key));
  const [round, setRound] = useState(0);
  const loading = useRef(load);
  loading.current = load;
  const lastAt = useRef(0);
  const lastKey = useRef("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `moved` and `round` say only that it is time to read again
  useEffect(() => {
    let isWanted = true;
    const pause = lastKey.current === key ? Math.max(0, lastAt.current + AGAIN_AFTER_MS - Date.now()) : 0;
    lastKey.current = key;
    const timer = setTimeout(() => {
      lastAt.current = Date.now();
      loading.current(reads).then(
        (value) => isWanted && setKnown({ key, value, failure: null }),
        (error: unknown) =>
          isWanted && setKnown((old) => ({ ...(old.key === key ? old : nothing<T>(key)), failure: sentenceOf(error) })),
      );
    }, pause);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [key, reads, moved, round]);
  const again = useCallback(() => {
    lastAt.current = 0;
    setRound((old) => old + 1);
  }, []);
  return known.key === key ? { value: known.value, failure: known.failure, again } : { ...nothing<T>(key), again };
}

function nothing<T>(key: string): { key: string; value: T | null; failure: string | null } {
  return { key, value: null, failure: null };
}
