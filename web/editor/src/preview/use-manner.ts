/** How the preview plays: round and round or once, heard or silent, how fast and which way. */
import type { PreviewHost } from "@bazaar/preview/host";
import { useEffect, useState } from "react";

export interface Manner {
  readonly loop: boolean;
  readonly muted: boolean;
  readonly turnLoop: () => void;
  readonly turnSound: () => void;
}

export function useManner(host: PreviewHost | null): Manner {
  const [loop, setLoop] = useState(true);
  const [muted, setMuted] = useState(true);
  useEffect(() => {
    if (host !== null) {
      host.manner = { loop, muted };
    }
  }, [host, loop, muted]);
  return { loop, muted, turnLoop: () => setLoop((now) => !now), turnSound: () => setMuted((now) => !now) };
}

export type Direction = 1 | -1;

const FASTEST = 8;

/** Again the same way is twice as fast; the other way, or from standing, begins at normal speed. */
export function shuttled(rate: number, isPlaying: boolean, direction: Direction): number {
  const goesOn = isPlaying && Math.sign(rate) === direction;
  return goesOn ? direction * Math.min(FASTEST, Math.abs(rate) * 2) : direction;
}
