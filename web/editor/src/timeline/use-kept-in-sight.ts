import { type RefObject, useEffect } from "react";

const MARGIN_PX = 40;

/** Keeps the playhead in sight where not all fits; only the track is moved, never the page. */
export function useKeptInSight(track: RefObject<HTMLElement | null>, at: number): void {
  useEffect(() => {
    const room = track.current;
    if (room !== null && room.scrollWidth > room.clientWidth) {
      const isOut = at < room.scrollLeft || at > room.scrollLeft + room.clientWidth - MARGIN_PX;
      if (isOut) {
        room.scrollLeft = Math.max(0, at - MARGIN_PX);
      }
    }
  }, [track, at]);
}
