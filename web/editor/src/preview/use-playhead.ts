import { useSyncExternalStore } from "react";
import type { Playhead, Playing } from "./playhead";

/** What somebody wants to know of the playhead; drawn anew only when that is another. */
export function usePlayhead<Known>(playhead: Playhead, of: (now: Playing) => Known): Known {
  return useSyncExternalStore(playhead.watch, () => of(playhead.read()));
}

/** The frame that is seen; the video may have become shorter than the playhead knows. */
export function useFrame(playhead: Playhead, total: number): number {
  return usePlayhead(playhead, ({ frame }) => within(frame, total));
}

export function within(frame: number, total: number): number {
  return Math.min(frame, Math.max(0, total - 1));
}
